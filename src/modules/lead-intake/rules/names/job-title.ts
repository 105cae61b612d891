import { BOUNDARY_BEFORE, following, type ParserMatch } from '../pattern.js';
import { JOB_TITLE, titleEnd } from './job-words.js';
import { labelled, type EmailBody } from '../text/email-body.js';
import { NAME } from './name-shape.js';

const CLAIM = new RegExp(
  `${BOUNDARY_BEFORE}(?:I'm|I am|i'm|as|I work as|my role is|ich bin|als|bin|je suis|en tant ` +
    `que|soy|jestem|works as|who ` +
    `is|is|he's|she's)(?:\\s(?:the|an?|der|die|ein|eine|le|la|el|new|their|neue[rn]?)){0,2}\\s`,
  'giu',
);
const AFTER_NAME = new RegExp(`${BOUNDARY_BEFORE}${NAME}(?:,\\s(?:the\\s|our\\s)?|\\s\\(|\\s[|·–—-]\\s)`, 'gu');
const TITLE_HERE = new RegExp(JOB_TITLE, 'iuy');
const TITLE_ANYWHERE = new RegExp(JOB_TITLE, 'giu');

/** Finds job titles of the lead, in the text or signature. "our CEO wants" is the title of another person. */
export function jobTitles(body: EmailBody): ParserMatch[] {
  const found: ParserMatch[] = [];
  for (const { start, end } of labelled(body, 'jobTitle')) {
    if (end - start <= 80) found.push({ value: body.text.slice(start, end), start, end, confidence: 0.95 });
  }
  for (const [cue, confidence] of [
    [CLAIM, 0.85],
    [AFTER_NAME, 0.85],
  ] as const) {
    for (const match of following(body.said, cue, TITLE_HERE))
      found.push(titleOf(body, match.index, match[0], confidence));
  }
  for (const line of body.lines.filter(({ role }) => role === 'signature' || role === 'signoff')) {
    for (const match of line.text.matchAll(TITLE_ANYWHERE))
      found.push(titleOf(body, match.index + line.start, match[0], 0.9));
  }
  return found;
}

function titleOf(body: EmailBody, start: number, title: string, confidence: number): ParserMatch {
  const end = titleEnd(body.text, start, title);
  return { value: body.text.slice(start, end), start, end, confidence };
}
