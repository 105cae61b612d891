import { oneOf } from '../pattern.js';

/** Number words in English, German, French, Spanish and Polish. */
const NUMBER_WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
  ein: 1,
  eine: 1,
  einen: 1,
  einer: 1,
  einem: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  elf: 11,
  zwölf: 12,
  fünfzehn: 15,
  zwanzig: 20,
  dreißig: 30,
  vierzig: 40,
  fünfzig: 50,
  sechzig: 60,
  siebzig: 70,
  achtzig: 80,
  neunzig: 90,
  hundert: 100,
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  douze: 12,
  quinze: 15,
  vingt: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  cent: 100,
  una: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  seis: 6,
  siete: 7,
  ocho: 8,
  nueve: 9,
  diez: 10,
  doce: 12,
  quince: 15,
  veinte: 20,
  treinta: 30,
  cuarenta: 40,
  cincuenta: 50,
  cien: 100,
  jeden: 1,
  dwa: 2,
  dwie: 2,
  trzy: 3,
  cztery: 4,
  pięć: 5,
  sześć: 6,
  siedem: 7,
  osiem: 8,
  dziewięć: 9,
  dziesięć: 10,
  dwanaście: 12,
  piętnaście: 15,
  dwadzieścia: 20,
  trzydzieści: 30,
  pięćdziesiąt: 50,
  sto: 100,
};

const SCALES: readonly (readonly [pattern: RegExp, factor: number])[] = [
  [/^(?:k|t|tsd|tausend|thousand|mil|mille|tys|tysi.{1,3})$/iu, 1_000],
  [/^(?:m|mm|mn|mio|mln|million.*|mill[oó]n.*|milion.*)$/iu, 1_000_000],
  [/^(?:bn|mrd|billion)$/iu, 1_000_000_000],
];

const NUMBER_WORD = oneOf(Object.keys(NUMBER_WORDS));

/** Up to five number words: "twenty-five", "one hundred and fifty". */
export const SPOKEN_NUMBER = `${NUMBER_WORD}(?:(?:[ -]|\\sand\\s)${NUMBER_WORD}){0,4}`;

/** Digits with a thousands separator of any kind and up to three decimals. */
export const WRITTEN_NUMBER = "\\d{1,3}(?:[.,' ]\\d{3}){1,4}(?:[.,]\\d{1,2})?(?!\\d)|\\d{1,12}(?:[.,]\\d{1,3})?(?!\\d)";

export const SCALE =
  '(?:k|tsd\\.?|tausend|thousand|mille|mil|tys\\.?|tysiące|tysięcy|mm|m|mn|mio\\.?|mln|million(?:s|en|es)?|millón|millones|milion(?:y|ów)?|bn|billion|mrd\\.?)';

export function spokenNumber(words: string): number | undefined {
  let total = 0;
  for (const word of words.toLowerCase().split(/[\s-]/)) {
    const value = NUMBER_WORDS[word];
    if (value === undefined && word !== 'and') return undefined;
    total = value === 100 ? Math.max(1, total) * 100 : total + (value ?? 0);
  }
  return total;
}

/**
 * A separator before exactly three digits is a thousands separator: "10.000" is 10,000. With a scale word, the
 * separator is a decimal point: "1.250 million".
 */
export function writtenNumber(words: string, scaled: boolean): number {
  const last = Math.max(words.lastIndexOf('.'), words.lastIndexOf(','));
  const decimals = last < 0 ? 0 : words.length - last - 1;
  const separators = words.replace(/\d/g, '');
  const grouped = decimals === 3 && !(scaled && separators.length === 1);
  if (last < 0 || grouped) return Number(words.replace(/\D/g, ''));
  return Number(`${words.slice(0, last).replace(/\D/g, '')}.${words.slice(last + 1)}`);
}

export function scaleFactor(word: string | undefined): number {
  if (!word) return 1;
  const bare = word.replace('.', '');
  return SCALES.find(([pattern]) => pattern.test(bare))?.[1] ?? 1;
}
