import { addMonths, dayNumber, lastOfMonth, monthOf, weekdayOf, yearOf, type DayNumber } from './calendar.js';
import { MONTH, MONTHS, UNIT, unitOf, WEEKDAY, WEEKDAYS } from './date-words.js';
import { SPOKEN_NUMBER, spokenNumber } from '../money/number.js';
import { wholeWords } from '../pattern.js';

export interface DayReading {
  readonly day: DayNumber;
  readonly confidence: number;
}

export interface DateForm {
  /** Flags: global and case-insensitive. */
  readonly pattern: RegExp;
  read(match: RegExpMatchArray, today: DayNumber, monthFirst: boolean): DayReading | undefined;
}

type Groups = Record<string, string | undefined>;

const YEAR = '(?:\\s?,?\\s(?:de\\s|roku\\s)?(?<year>20\\d{2}))?';
const END =
  '(?:(?:the\\s)?(?:end|late)(?:\\sof)?|ende|fin(?:\\sde)?|finales\\sde|final\\sde|końca|koniec|końcem|końcu)';
const EARLY = '(?:(?:the\\s)?(?:beginning|start)\\sof|early|anfang|début|principios\\sde|początku|początek|początkiem)';
const MIDDLE = '(?:(?:the\\s)?(?:middle\\sof)|mid[\\s-]|mid|mitte|mi-|mediados\\sde|połowy|połowie)';
const WITHIN = '(?:in|by|until|till|before|during|im|bis|vor|en|pour|avant|para|antes\\sde|w|do|przed|around|for)';

/** Returns the next occurrence after today of a day and month without a year. */
function upcoming(today: DayNumber, month: number, day: number): DayNumber | undefined {
  const year = yearOf(today);
  for (const candidate of [dayNumber(year, month, day), dayNumber(year + 1, month, day)]) {
    if (candidate !== undefined && candidate > today) return candidate;
  }
  return undefined;
}

function reading(day: DayNumber | undefined, confidence: number): DayReading | undefined {
  return day === undefined ? undefined : { day, confidence };
}

function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function numeric(groups: Groups, today: DayNumber, monthFirst: boolean): DayReading | undefined {
  const a = Number(groups.a);
  const b = Number(groups.b);
  const clear = groups.sep === '.' || a > 12 || b > 12 || a === b;
  const [day, month] = b > 12 || (a <= 12 && monthFirst && groups.sep !== '.') ? [b, a] : [a, b];
  if (!groups.y) return reading(upcoming(today, month, day), 0.6);
  return reading(dayNumber(fullYear(groups.y), month, day), clear ? 0.9 : 0.5);
}

function named(groups: Groups, today: DayNumber): DayReading | undefined {
  const month = MONTHS.get((groups.month ?? '').toLowerCase()) ?? 0;
  const day = Number(groups.day);
  const known = groups.year ? dayNumber(Number(groups.year), month, day) : upcoming(today, month, day);
  return reading(known, groups.year ? 0.9 : 0.8);
}

function monthReading(
  groups: Groups,
  today: DayNumber,
  day: number | 'last',
  confidence: number,
): DayReading | undefined {
  const month = MONTHS.get((groups.month ?? '').toLowerCase()) ?? 0;
  const years = groups.year ? [Number(groups.year)] : [yearOf(today), yearOf(today) + 1];
  const days = years.map((year) => (day === 'last' ? lastOfMonth(year, month) : dayNumber(year, month, day)));
  return reading(
    days.find((one) => one !== undefined && (groups.year !== undefined || one > today)),
    confidence,
  );
}

function quarterReading(groups: Groups, today: DayNumber): DayReading | undefined {
  const word = (groups.q ?? '').toLowerCase();
  const order = [
    ['1', 'first', 'i'],
    ['2', 'second', 'ii'],
    ['3', 'third', 'iii'],
    ['4', 'fourth', 'iv'],
  ];
  const quarter = order.findIndex((names) => names.includes(word)) + 1;
  const year = groups.year ? fullYear(groups.year) : undefined;
  const day = lastOfMonth(year ?? yearOf(today), quarter * 3);
  return reading(year === undefined && day <= today ? lastOfMonth(yearOf(today) + 1, quarter * 3) : day, 0.75);
}

function offsetReading(groups: Groups, today: DayNumber): DayReading | undefined {
  const count = groups.count
    ? /^\d/.test(groups.count)
      ? Number(groups.count)
      : spokenNumber(groups.count.replace(/^(?:an?)$/i, 'one'))
    : 1;
  const unit = unitOf(groups.unit ?? '');
  if (count === undefined || count === 0 || count > 400) return undefined;
  if (unit === 'day') return reading(today + count, 0.7);
  if (unit === 'week') return reading(today + 7 * count, 0.7);
  return reading(addMonths(today, unit === 'year' ? 12 * count : count), 0.65);
}

function weekdayReading(groups: Groups, today: DayNumber): DayReading {
  const weekday = WEEKDAYS.get((groups.weekday ?? groups.weekday2 ?? '').toLowerCase()) ?? 0;
  return { day: today + (((weekday - weekdayOf(today) + 6) % 7) + 1), confidence: 0.7 };
}

function nextReading(groups: Groups, today: DayNumber): DayReading {
  const unit = unitOf(groups.unit ?? groups.unit2 ?? '');
  if (unit === 'week')
    return {
      day: today + ((12 - weekdayOf(today)) % 7 || 7) + (weekdayOf(today) < 5 && weekdayOf(today) > 0 ? 7 : 0),
      confidence: 0.5,
    };
  const month = unit === 'month' ? monthOf(today) + 1 : 24;
  return { day: lastOfMonth(yearOf(today), month), confidence: 0.5 };
}

function blackFriday(today: DayNumber): DayNumber | undefined {
  for (const year of [yearOf(today), yearOf(today) + 1]) {
    const first = dayNumber(year, 11, 1) ?? 0;
    const day = first + ((11 - weekdayOf(first)) % 7) + 22;
    if (day > today) return day;
  }
  return undefined;
}

const form = (
  body: string,
  read: (groups: Groups, today: DayNumber, monthFirst: boolean) => DayReading | undefined,
): DateForm => ({
  pattern: wholeWords(body),
  read: (match, today, monthFirst) => read(match.groups ?? {}, today, monthFirst),
});

/** In order of precision: words that match one form are not read by a later form. */
export const DATE_FORMS: readonly DateForm[] = [
  form('(?<y>20\\d{2})[-/.年](?<m>\\d{1,2})[-/.月](?<d>\\d{1,2})日?', (g) =>
    reading(dayNumber(Number(g.y), Number(g.m), Number(g.d)), 0.95),
  ),
  form('(?<a>\\d{1,2})(?<sep>[./-])\\s?(?<b>\\d{1,2})[./-]\\s?(?<y>20\\d{2}|\\d{2})(?![.,]?\\d)', numeric),
  form('(?<a>\\d{1,2})(?<sep>\\.)\\s?(?<b>\\d{1,2})\\.(?!\\s?\\d)', numeric),
  form(`(?<day>\\d{1,2})(?:st|nd|rd|th|er|\\.)?\\s(?:of\\s|de\\s)?(?<month>${MONTH})\\.?${YEAR}`, named),
  form(`(?<month>${MONTH})\\.?\\s(?:the\\s)?(?<day>\\d{1,2})(?:st|nd|rd|th)?(?!\\d|\\s?[k€$]|[.,:]\\d)${YEAR}`, named),
  form(`${END}\\s(?:de\\s)?(?<month>${MONTH})${YEAR}`, (g, today) => monthReading(g, today, 'last', 0.8)),
  form(`${MIDDLE}\\s?(?:de\\s)?(?<month>${MONTH})${YEAR}`, (g, today) => monthReading(g, today, 15, 0.75)),
  form(`${EARLY}\\s(?:de\\s)?(?<month>${MONTH})${YEAR}`, (g, today) => monthReading(g, today, 7, 0.65)),
  form(`${WITHIN}\\s(?<month>${MONTH})${YEAR}`, (g, today) => monthReading(g, today, 'last', 0.6)),
  form(`(?<month>${MONTH})\\s(?<year>20\\d{2})`, (g, today) => monthReading(g, today, 'last', 0.6)),
  form('[QT](?<q>[1-4])(?:(?:\\s|/|\\s?-\\s?|\\sof\\s|\\sde\\s)(?<year>20\\d{2}|\\d{2}))?', quarterReading),
  form(
    '(?<q>first|second|third|fourth|[1-4]|iii|ii|iv|i)\\.?(?:st|nd|rd|th|er|e)?\\s(?:quarter|quartal|trimestre|kwartał\\p{L}{0,2})(?:\\s(?:of\\s|de\\s)?(?<year>20\\d{2}))?',
    quarterReading,
  ),
  form(
    "(?:(?:the\\s)?end\\sof\\s(?:the\\s|this\\s)?year|year[\\s-]end|eoy|ende\\sdes\\sjahres|ende\\s(?:dieses\\s)?jahres?|jahresende|fin\\s(?:de\\s(?:l')?|d')année|fin(?:ales)?\\sde\\saño|końca\\sroku)(?:\\s(?<year>20\\d{2}))?",
    (g, today) => reading(lastOfMonth(g.year ? Number(g.year) : yearOf(today), 12), 0.8),
  ),
  form(
    '(?:the\\s)?end\\sof\\s(?:the\\s|this\\s)?month|ende\\s(?:des|diesen)\\smonats|monatsende|fin\\sdu\\smois|fin\\sde\\smes|końca\\smiesiąca',
    (_, today) => reading(lastOfMonth(yearOf(today), monthOf(today)), 0.8),
  ),
  form('(?:the\\s)?end\\sof\\s(?:next\\smonth)|ende\\snächsten\\smonats', (_, today) =>
    reading(lastOfMonth(yearOf(today), monthOf(today) + 1), 0.8),
  ),
  form(
    `(?:in(?:\\sthe\\snext)?|within(?:\\sthe\\snext)?|innerhalb\\s(?:von|der\\snächsten)|in\\sden\\snächsten|dans|d'ici|sous|en|dentro\\sde|za|w\\sciągu)\\s(?:about\\s|etwa\\s|ca\\.\\s)?(?<count>\\d{1,3}|an?|${SPOKEN_NUMBER})\\s(?<unit>${UNIT})`,
    offsetReading,
  ),
  form(`za\\s(?<unit>tydzień|miesiąc|rok)`, offsetReading),
  form(
    `(?:next|this|coming|by|until|before|nächste[nr]?|kommenden|diesen|bis|przyszły|przyszłą|najbliższy|do|próximo|este|ce|avant)\\s(?<weekday>${WEEKDAY})|(?<weekday2>${WEEKDAY})\\sprochain`,
    weekdayReading,
  ),
  form(
    `(?:next|nächste[nrs]?|kommende[nrs]?|próxim[oa]|przyszł(?:y|ego|ym))\\s(?<unit>month|year|week|monat|jahr|woche|mes|año|semana|miesiąc)|(?<unit2>mois|année|semaine)\\sprochaine?`,
    nextReading,
  ),
  form('christmas|xmas|weihnachten|noël|navidad|bożego\\snarodzenia|boże\\snarodzenie|święta|świętami', (_, today) =>
    reading(upcoming(today, 12, 25), 0.8),
  ),
  form('black\\sfriday', (_, today) => reading(blackFriday(today), 0.75)),
  form("new\\syear'?s?(?:\\s(?:day|eve))?|neujahr|silvester|nouvel\\san|año\\snuevo|nowy\\srok", (_, today) =>
    reading(upcoming(today, 1, 1), 0.6),
  ),
];
