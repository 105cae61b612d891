import { isoDay, parseIsoDay } from './rule-calendar.js';
import { DATE_FORMS, type DateForm } from './rule-date-forms.js';
import { fieldAt, type Letter } from './rule-letter.js';
import { EDGE_BEFORE, overlaps, sentenceBefore, type Finding } from './rule-pattern.js';

const GOAL_CUE = new RegExp(
  `${EDGE_BEFORE}(?:by|until|till|before|deadline|launch\\p{L}{0,3}|live|go-live|start\\p{L}{0,4}|ready|done|finish\\p{L}{0,3}|complet\\p{L}{0,5}|deliver\\p{L}{0,3}|need\\p{L}{0,3}|sign|close|closing|decision|decide|bis|fertig|spätestens|vor|start|abschluss|termin|frist|live|avant|livr\\p{L}{0,6}|pour|lanc\\p{L}{0,5}|antes|para|lanz\\p{L}{0,5}|listo|lista|do|przed|gotow\\p{L}{0,3}|uruchom\\p{L}{0,5}|termin\\p{L}{0,2}|opening|open|due|want)(?!\\p{L})[^.!?\\0]{0,40}$`,
  'iu',
);
const OTHER_CUE = new RegExp(
  `${EDGE_BEFORE}(?:out\\sof\\soffice|away|abwesend|call|meet|meeting|met|spoke|talk|talked|appointment|visit|holiday|vacation|urlaub|born|geboren|founded|gegründet|since|seit|depuis|desde|od|last|letzte[nrs]?|anruf|telefon\\p{L}{0,5}|treffen|besuch|rdv|rendez-vous|reunión|spotkanie|rozmowa|fair|messe|salon|feria|targi|targach|conference|invoice|rechnung|dated|vom|expires|available|chat|demo|ring|rappel\\p{L}{0,3}|llám\\p{L}{0,5}|zadzwo\\p{L}{0,4}|back)(?!\\p{L})[^.!?,;\\n\\0]{0,25}$`,
  'iu',
);
const MONTH_FIRST_COUNTRIES = new Set(['US', 'PH', 'FM', 'MH', 'PW']);
const MOST_DATES = 100;

interface DateFinding extends Finding {
  readonly isPast: boolean;
}

/**
 * Days on which the lead may want to be done: from `today` on, YYYY-MM-DD. A range such as a month or
 * a quarter counts with its last day. All words that are dates of any kind are in `spans`.
 */
export function dates(
  letter: Letter,
  today: string,
  country: string | undefined,
): { closing: Finding[]; spans: Finding[] } {
  const day = parseIsoDay(today);
  if (day === undefined) return { closing: [], spans: [] };
  const monthFirst = MONTH_FIRST_COUNTRIES.has(country?.toUpperCase() ?? '');
  const spans: DateFinding[] = [];
  for (const form of DATE_FORMS) readForm(letter, form, { day, monthFirst }, spans);
  return { closing: spans.filter((span) => !span.isPast && span.confidence > 0), spans };
}

function readForm(
  letter: Letter,
  form: DateForm,
  now: { day: number; monthFirst: boolean },
  spans: DateFinding[],
): void {
  for (const match of letter.said.matchAll(form.pattern)) {
    if (spans.length >= MOST_DATES) return;
    const place = { start: match.index, end: match.index + match[0].length };
    const read = spans.some((span) => overlaps(span, place)) ? undefined : form.read(match, now.day, now.monthFirst);
    if (!read) continue;
    const confidence = weigh(letter, place.start, match[0], read.confidence);
    spans.push({ value: isoDay(read.day), ...place, confidence, isPast: read.day < now.day });
  }
}

function weigh(letter: Letter, start: number, words: string, confidence: number): number {
  if (isVerbOrWord(letter.text, start, words)) return 0;
  const field = fieldAt(letter, start);
  if (field === 'closeDate') return Math.min(0.97, confidence + 0.1);
  if (field !== undefined && field !== 'message' && field !== 'projectType') return 0;
  const before = sentenceBefore(letter.said, start, 60);
  if (OTHER_CUE.test(before)) return 0;
  const wanted =
    GOAL_CUE.test(before) || /^(?:by|until|before|bis|avant|do|antes|przed|within|innerhalb)/iu.test(words);
  return wanted ? Math.min(0.95, confidence + 0.05) : Math.round((confidence - 0.2) * 100) / 100;
}

/** "that may 3 times" and "we march in" are verbs: English month names that are also words need a capital. */
function isVerbOrWord(text: string, start: number, words: string): boolean {
  return (
    /(?<!\p{L})(?:may|march|mar|sept?|mars|dec|jan)(?!\p{L})/u.test(text.slice(start, start + words.length)) &&
    !/\d/.test(words)
  );
}
