import { oneOf } from '../pattern.js';
import { hasLegalSuffix } from '../companies/legal-form.js';
import { hasJobTitle } from './job-words.js';

const CJK = '[\\p{Script=Han}\\p{Script=Hangul}]';
const WORD = "(?:\\p{Lu}\\.|\\p{Lu}[\\p{L}\\p{M}'-]{1,30}|[dlO]'\\p{Lu}[\\p{L}\\p{M}-]{1,30})";
const PARTICLE = '(?:van|von|vom|zu|der|den|de|la|le|del|della|di|da|dos|do|du|ter|ten|bin|ibn|al|el|y|af|av)';
const HONORIFIC =
  '(?:(?:Dr|Prof|Mr|Mrs|Ms|Miss|Herrn?|Frau|Mme|Madame|Monsieur|Sr|Sra|Señora?|Don|Doña|Pan|Pani|Panem|Panią|Ing|Dipl\\.-Ing)\\.?\\s)';

/** A name of a person with capital letters, or in Han or Hangul. At most about 200 characters. */
export const NAME = `(?:${WORD}(?:\\s?(?<=\\s)(?:${PARTICLE}\\s){0,2}${WORD}){0,3}|${CJK}{2,4}(?!${CJK}))`;

/** Sticky. The group `name` excludes an honorific. */
export const NAME_HERE = new RegExp(`${HONORIFIC}{0,2}(?<name>${NAME.replaceAll('\\s', ' ')})`, 'uy');
/** "it's tom from pixelworks": a lower-case name is recognised only by the words after the name. */
export const CHATTED_NAME_HERE =
  /(?<name>(?!\p{L}{0,12}(?:ing|ed)(?!\p{L}))\p{L}[\p{L}'-]{1,20}(?: \p{L}[\p{L}'-]{1,20})?)(?= (?:from|here|von)(?!\p{L}))/uy;
export const LOOSE_NAME_HERE = /(?<name>\p{L}[\p{L}'-]{1,30}(?: \p{L}[\p{L}'-]{1,30}){0,2})/uy;
const PARTICLE_ALONE = new RegExp(`^${PARTICLE}$`);
const HONORED = new RegExp(HONORIFIC, 'u');
const WHOLE_NAME = new RegExp(`^${HONORIFIC}{0,2}${NAME.replaceAll('\\s', ' ')}$`, 'u');

const NOT_NAMES = new Set(
  `a am an and also any are as asap at auf aus bei best but by bye call ceo cfo coo cto cmo cheers company contact customer
danke das dear der die deutsch dringend do ein email el english for from french für german great happy hello hey hi hier hola i ich if ihr ihre in interested is it just kind la le les looking lg
manager mein mfg mit mobile my new no not of on or our order outlook owner phone please po pour project ps re regards request sales sent service sincerely
so sorry support team tel thank thanks that the this to und unsere urgent very via vg von vp warm was we website wir with writing yes you your yours
monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi
january february march april june july august september october november december januar februar märz mai juni juli oktober dezember
merci gracias saludos pozdrawiam cordialement bonjour dzień cześć viele beste liebe freundlichen grüße grüßen gruß budget invoice quote offer angebot anfrage website-anfrage iphone ipad android
here there currently responsible trying going reaching planning working sure afraid glad using based available back still now needs wants asked who which calling representing
who's kontakt telefon firma strona stronę nous vous nos votre je une un des est notre cherche cherchons necesitamos necesito busco buscamos potrzebujemy szukamy`.split(
    /\s+/,
  ),
);

/** Cuts the words before the first word that cannot be part of a name. Returns undefined if no word is left. */
export function nameWithin(words: string): string | undefined {
  const nameWords: string[] = [];
  for (const word of words.split(' ')) {
    if (!PARTICLE_ALONE.test(word) && (NOT_NAMES.has(word.toLowerCase()) || hasJobTitle(word))) break;
    nameWords.push(word);
  }
  while (nameWords.length > 0 && PARTICLE_ALONE.test(nameWords.at(-1) ?? '')) nameWords.pop();
  // "Frau Müller von der Stadtwerke Ulm GmbH": the words after the particle are the company.
  const firm = hasLegalSuffix(nameWords.join(' ')) ? nameWords.findIndex((word) => PARTICLE_ALONE.test(word)) : -1;
  const name = (firm > 0 ? nameWords.slice(0, firm) : nameWords).join(' ');
  return name.length > 1 && !hasLegalSuffix(name) ? name : undefined;
}

/** Whether the line contains only a name, with at least `least` words. */
export function isNameLine(line: string, least: number): boolean {
  if (line.length > 60 || !WHOLE_NAME.test(line)) return false;
  const bare = withoutHonorific(line);
  const words = bare.split(' ').length;
  return (
    words >= (/\p{Script=Han}|\p{Script=Hangul}/u.test(bare) ? 1 : least) &&
    nameWithin(bare) === bare &&
    !hasJobTitle(bare)
  );
}

export function withoutHonorific(name: string): string {
  let bare = name;
  for (let i = 0; i < 2 && HONORED.exec(bare)?.index === 0; i += 1) bare = bare.slice(bare.indexOf(' ') + 1);
  return bare;
}

/** Changes "JANE DOE" and "jane doe" to "Jane Doe". Mixed spellings such as "McDonald" stay unchanged. */
export function nameCase(name: string): string {
  return name
    .split(' ')
    .map((word) => {
      if (/^\p{Lu}[\p{Ll}.']/u.test(word) || /\p{Lu}\p{Ll}/u.test(word)) return word;
      if (PARTICLE_ALONE.test(word) || word.length < 3) return word;
      return word.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (first) => first.toUpperCase());
    })
    .join(' ');
}

/** Returns the start of the last name in `name`, or undefined for a single word. */
export function lastNameStart(name: string): number | undefined {
  const particle = new RegExp(` (?=${oneOf([PARTICLE])} )`, 'u').exec(name);
  const cut =
    particle && particle[0] && !/ y /.test(name.slice(particle.index, particle.index + 3))
      ? particle.index
      : name.lastIndexOf(' ');
  return cut > 0 ? cut + 1 : undefined;
}

export function isEastAsian(name: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hangul}]{2,4}$/u.test(name);
}
