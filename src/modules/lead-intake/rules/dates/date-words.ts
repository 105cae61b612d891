import { oneOf } from '../pattern.js';

const MONTH_NAMES: readonly string[] = [
  'january|jan|januar|jänner|janvier|enero|styczeń|stycznia|styczniu|janv',
  'february|feb|februar|février|fevrier|febrero|luty|lutego|lutym',
  'march|mar|märz|maerz|mars|marzo|marzec|marca|marcu',
  'april|apr|avril|abril|kwiecień|kwietnia|kwietniu',
  'may|mai|mayo|maj|maja|maju',
  'june|jun|juni|juin|junio|czerwiec|czerwca|czerwcu',
  'july|jul|juli|juillet|julio|lipiec|lipca|lipcu',
  'august|aug|août|aout|agosto|sierpień|sierpnia|sierpniu',
  'september|sep|sept|septembre|septiembre|wrzesień|września|wrześniu',
  'october|oct|oktober|okt|octobre|octubre|październik|października|październiku',
  'november|nov|novembre|noviembre|listopad|listopada|listopadzie',
  'december|dec|dezember|dez|décembre|decembre|diciembre|grudzień|grudnia|grudniu',
];
const WEEKDAY_NAMES: readonly string[] = [
  'sunday|sonntag|dimanche|domingo|niedziela|niedzielę',
  'monday|montag|lundi|lunes|poniedziałek|poniedziałku',
  'tuesday|dienstag|mardi|martes|wtorek|wtorku',
  'wednesday|mittwoch|mercredi|miércoles|środa|środę|środy',
  'thursday|donnerstag|jeudi|jueves|czwartek|czwartku',
  'friday|freitag|vendredi|viernes|piątek|piątku',
  'saturday|samstag|samedi|sábado|sobota|sobotę',
];
const UNITS: Readonly<Record<string, string>> = {
  day: 'days?|tag(?:en?)?|jours?|días?|dni|dzień',
  week: 'weeks?|wochen?|semaines?|semanas?|tygodni(?:e|a)?|tydzień',
  month: 'months?|monat(?:en?)?|mois|mes(?:es)?|miesiąc(?:e|a)?|miesięcy',
  year: 'years?|jahr(?:en?)?|ans?|années?|años?|rok|lata|lat',
};

function indexOf(names: readonly string[], base: number): ReadonlyMap<string, number> {
  return new Map(names.flatMap((row, index) => row.split('|').map((name) => [name, index + base] as const)));
}

/** Months 1 to 12 by lower-case name, in English, German, French, Spanish and Polish. */
export const MONTHS = indexOf(MONTH_NAMES, 1);
/** Weekdays 0 (Sunday) to 6 by lower-case name. */
export const WEEKDAYS = indexOf(WEEKDAY_NAMES, 0);
export const MONTH = oneOf(MONTHS.keys());
export const WEEKDAY = oneOf(WEEKDAYS.keys());
export const UNIT = `(?:${Object.values(UNITS).join('|')})`;

const UNIT_PATTERNS = Object.entries(UNITS).map(([unit, words]) => [unit, new RegExp(`^(?:${words})$`, 'iu')] as const);

export function unitOf(word: string): string | undefined {
  return UNIT_PATTERNS.find(([, pattern]) => pattern.test(word))?.[0];
}
