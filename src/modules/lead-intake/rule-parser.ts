import type { Evidence, LeadDraft, ParseContext } from './lead-draft.js';
import { companies, companyFromAddress, withoutPerson } from './rule-company.js';
import { dates } from './rule-dates.js';
import { emails } from './rule-email.js';
import { jobTitles } from './rule-job-title.js';
import { labelled, messageOf, readLetter, type Letter } from './rule-letter.js';
import { money, type Money } from './rule-money.js';
import { nameFromAddress, nameParts, names, type NameFinding } from './rule-name.js';
import { nameCase } from './rule-name-shape.js';
import { overlaps, strongest, type Finding } from './rule-pattern.js';
import { phones } from './rule-phone.js';
import { projectTypes } from './rule-project.js';
import { sources } from './rule-source.js';
import { websites } from './rule-website.js';

export type { Evidence, LeadDraft, ParseContext } from './lead-draft.js';

type DraftFields = { [Field in Exclude<keyof LeadDraft, 'message'>]?: Finding | undefined };

/**
 * Reads a lead out of a pasted mail, chat line, phone note or signature, by rules alone: the same text
 * and context always give the same draft. The text is data; nothing it says changes what is done.
 * Reads at most 20,000 characters, in time linear in them, and never throws.
 */
export function parseLeadText(text: string, context: ParseContext): LeadDraft {
  const letter = readLetter(text);
  const fields: DraftFields = { ...contactFields(letter, context), ...dealFields(letter, context) };
  const draft: LeadDraft = { message: messageOf(letter) };
  for (const [field, finding] of Object.entries(fields)) {
    if (finding) draft[field as keyof DraftFields] = evidence(letter, text, finding);
  }
  return draft;
}

function contactFields(letter: Letter, context: ParseContext): DraftFields {
  const mails = emails(letter);
  const email = strongest(mails);
  const fromAddress = email && nameFromAddress(email);
  const jobTitle = strongest(jobTitles(letter));
  const person = nameFields(letter, fromAddress);
  return {
    ...person,
    email,
    phone: strongest(phones(letter, context.defaultCountry)),
    company: companyField(letter, email, person.name, jobTitle),
    jobTitle,
    website: strongest(websites(letter, mails)),
  };
}

/** The person's own name, as in "spoke with Jane Doe", is no company. */
function companyField(
  letter: Letter,
  email: Finding | undefined,
  name: Finding | undefined,
  jobTitle: Finding | undefined,
): Finding | undefined {
  const found = companies(letter)
    .map((one) => withoutPerson(one, name))
    .filter((one) => !(jobTitle && overlaps(one, jobTitle)))
    .filter(
      (one) =>
        one.confidence > 0.85 ||
        !(name && (overlaps(one, name) || name.value.split(' ').includes(one.value) || name.value === one.value)),
    );
  const fromDomain = email && companyFromAddress(email, letter.text);
  if (!fromDomain) return strongest(found);
  const bare = fromDomain.value.toLowerCase();
  const likely = found.map((one) =>
    one.value.toLowerCase().includes(bare) ? { ...one, confidence: Math.min(0.97, one.confidence + 0.05) } : one,
  );
  return strongest([...likely, fromDomain]);
}

function nameFields(letter: Letter, fromAddress: NameFinding | undefined): DraftFields {
  const [first, last] = [labelledPart(letter, 'firstName'), labelledPart(letter, 'lastName')];
  if (first && last) return { name: joined(first, last), firstName: first, lastName: last };
  const found = names(letter);
  const name = strongest(fromAddress ? [...found, fromAddress] : found) as NameFinding | undefined;
  if (!name) return { name: first ?? last, firstName: first, lastName: last };
  const parts = nameParts(name);
  return { name, firstName: first ?? parts.first, lastName: last ?? parts.last };
}

function labelledPart(letter: Letter, field: 'firstName' | 'lastName'): Finding | undefined {
  return strongest(
    labelled(letter, field).flatMap(({ start, end }) => {
      const value = letter.text.slice(start, end);
      return /^\p{L}[\p{L}\p{M}' .-]{0,59}$/u.test(value)
        ? [{ value: nameCase(value), start, end, confidence: 0.95 }]
        : [];
    }),
  );
}

function joined(first: Finding, last: Finding): Finding {
  const [start, end] = [Math.min(first.start, last.start), Math.max(first.end, last.end)];
  return { value: `${first.value} ${last.value}`, start, end, confidence: 0.95 };
}

function dealFields(letter: Letter, context: ParseContext): DraftFields {
  const { closing, spans } = dates(letter, context.today, context.defaultCountry);
  const taken = [
    ...spans.filter((span) => /\d/.test(letter.text.slice(span.start, span.end))),
    ...phones(letter, context.defaultCountry),
  ];
  const sum = strongest(money(letter, context.defaultCurrency, taken)) as Money | undefined;
  return {
    budget: sum,
    estimatedValue: sum && { ...sum, value: decimal(sum.upperCents) },
    currency: sum?.currency,
    projectType: strongest(projectTypes(letter)),
    source: strongest(sources(letter)),
    expectedCloseDate: strongest(closing),
  };
}

function decimal(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}

/** Positions in the source: tags and collapsed blanks between the words belong to the words. */
function evidence(letter: Letter, source: string, finding: Finding): Evidence<string> {
  const start = letter.readable.from[finding.start] ?? 0;
  const end = letter.readable.to[finding.end - 1] ?? start;
  const confidence = Math.min(1, Math.max(0, Math.round(finding.confidence * 100) / 100));
  return { value: finding.value.replace(/\s/g, ' '), words: source.slice(start, end), start, end, confidence };
}
