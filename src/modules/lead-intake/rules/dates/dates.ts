import { isoDay, parseIsoDay } from './calendar.js';
import { DATE_FORMS, type DateForm } from './date-forms.js';
import { fieldAt, type EmailBody } from '../text/email-body.js';
import { BOUNDARY_BEFORE, overlaps, sentenceBefore, type ParserMatch } from '../pattern.js';

const GOAL_CUE = new RegExp(
  `${BOUNDARY_BEFORE}(?:by|until|till|before|deadline|launch\\p{L}{0,3}|live|go-live|start\\p{L}{0,4}|ready|done|finish\\p{L}{0,3}|complet\\p{L}{0,5}|deliver\\p{L}{0,3}|need\\p{L}{0,3}|sign|close|closing|decision|decide|bis|fertig|spätestens|vor|start|abschluss|termin|frist|live|avant|livr\\p{L}{0,6}|pour|lanc\\p{L}{0,5}|antes|para|lanz\\p{L}{0,5}|listo|lista|do|przed|gotow\\p{L}{0,3}|uruchom\\p{L}{0,5}|termin\\p{L}{0,2}|opening|open|due|want)(?!\\p{L})[^.!?\\0]{0,40}$`,
  'iu',
);
const OTHER_CUE = new RegExp(
  `${BOUNDARY_BEFORE}(?:out\\sof\\soffice|away|abwesend|call|meet|meeting|met|spoke|talk|talked|appointment|visit|holiday|vacation|urlaub|born|geboren|founded|gegründet|since|seit|depuis|desde|od|last|letzte[nrs]?|anruf|telefon\\p{L}{0,5}|treffen|besuch|rdv|rendez-vous|reunión|spotkanie|rozmowa|fair|messe|salon|feria|targi|targach|conference|invoice|rechnung|dated|vom|expires|available|chat|demo|ring|rappel\\p{L}{0,3}|llám\\p{L}{0,5}|zadzwo\\p{L}{0,4}|back)(?!\\p{L})[^.!?,;\\n\\0]{0,25}$`,
  'iu',
);
const MONTH_FIRST_COUNTRIES = new Set(['US', 'PH', 'FM', 'MH', 'PW']);
const MOST_DATES = 100;

interface DateFinding extends ParserMatch {
  readonly isPast: boolean;
}

/**
 * `closing` contains days from `today` on that may be the expected close date. `spans` contains all dates of the text.
 * A month or quarter counts with its last day.
 */
export function dates(
  body: EmailBody,
  today: string,
  country: string | undefined,
): { closing: ParserMatch[]; spans: ParserMatch[] } {
  const day = parseIsoDay(today);
  if (day === undefined) return { closing: [], spans: [] };
  const monthFirst = MONTH_FIRST_COUNTRIES.has(country?.toUpperCase() ?? '');
  const spans: DateFinding[] = [];
  for (const form of DATE_FORMS) readForm(body, form, { day, monthFirst }, spans);
  return { closing: spans.filter((span) => !span.isPast && span.confidence > 0), spans };
}

function readForm(
  body: EmailBody,
  form: DateForm,
  now: { day: number; monthFirst: boolean },
  spans: DateFinding[],
): void {
  for (const match of body.said.matchAll(form.pattern)) {
    if (spans.length >= MOST_DATES) return;
    const range = { start: match.index, end: match.index + match[0].length };
    const read = spans.some((span) => overlaps(span, range)) ? undefined : form.read(match, now.day, now.monthFirst);
    if (!read) continue;
    const confidence = weigh(body, range.start, match[0], read.confidence);
    spans.push({ value: isoDay(read.day), ...range, confidence, isPast: read.day < now.day });
  }
}

function weigh(body: EmailBody, start: number, words: string, confidence: number): number {
  if (isVerbOrWord(body.text, start, words)) return 0;
  const field = fieldAt(body, start);
  if (field === 'closeDate') return Math.min(0.97, confidence + 0.1);
  if (field !== undefined && field !== 'message' && field !== 'projectType') return 0;
  const before = sentenceBefore(body.said, start, 60);
  if (OTHER_CUE.test(before)) return 0;
  const isDeadline =
    GOAL_CUE.test(before) || /^(?:by|until|before|bis|avant|do|antes|przed|within|innerhalb)/iu.test(words);
  return isDeadline ? Math.min(0.95, confidence + 0.05) : Math.round((confidence - 0.2) * 100) / 100;
}

/** English month names that are also other words, such as "may" and "march", need a capital letter or a digit. */
function isVerbOrWord(text: string, start: number, words: string): boolean {
  return (
    /(?<!\p{L})(?:may|march|mar|sept?|mars|dec|jan)(?!\p{L})/u.test(text.slice(start, start + words.length)) &&
    !/\d/.test(words)
  );
}
