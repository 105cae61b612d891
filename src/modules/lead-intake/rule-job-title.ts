import { EDGE_BEFORE, following, type Finding } from './rule-pattern.js';
import { JOB_TITLE, titleEnd } from './rule-job-words.js';
import { labelled, type Letter } from './rule-letter.js';
import { NAME } from './rule-name-shape.js';

const CLAIM = new RegExp(
  `${EDGE_BEFORE}(?:I'm|I am|i'm|as|I work as|my role is|ich bin|als|bin|je suis|en tant que|soy|jestem|works as|who is|is|he's|she's)(?:\\s(?:the|an?|der|die|ein|eine|le|la|el|new|their|neue[rn]?)){0,2}\\s`,
  'giu',
);
const AFTER_NAME = new RegExp(`${EDGE_BEFORE}${NAME}(?:,\\s(?:the\\s|our\\s)?|\\s\\(|\\s[|·–—-]\\s)`, 'gu');
const TITLE_HERE = new RegExp(JOB_TITLE, 'iuy');
const TITLE_ANYWHERE = new RegExp(JOB_TITLE, 'giu');

/** Titles the lead claims or signs with; "our CEO wants" names somebody else and is not one. */
export function jobTitles(letter: Letter): Finding[] {
  const found: Finding[] = [];
  for (const { start, end } of labelled(letter, 'jobTitle')) {
    if (end - start <= 80) found.push({ value: letter.text.slice(start, end), start, end, confidence: 0.95 });
  }
  for (const [cue, confidence] of [
    [CLAIM, 0.85],
    [AFTER_NAME, 0.85],
  ] as const) {
    for (const match of following(letter.said, cue, TITLE_HERE))
      found.push(titleOf(letter, match.index, match[0], confidence));
  }
  for (const line of letter.lines.filter(({ role }) => role === 'signature' || role === 'signoff')) {
    for (const match of line.text.matchAll(TITLE_ANYWHERE))
      found.push(titleOf(letter, match.index + line.start, match[0], 0.9));
  }
  return found;
}

function titleOf(letter: Letter, start: number, title: string, confidence: number): Finding {
  const end = titleEnd(letter.text, start, title);
  return { value: letter.text.slice(start, end), start, end, confidence };
}
