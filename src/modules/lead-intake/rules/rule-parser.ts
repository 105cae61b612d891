import type { Evidence, LeadDraft, ParseContext } from './lead-draft.js';
import { companies, companyFromAddress, withoutPerson } from './companies/company.js';
import { dates } from './dates/dates.js';
import { emails } from './email.js';
import { jobTitles } from './names/job-title.js';
import { labelled, messageTextOf, parseEmailBody, type EmailBody } from './text/email-body.js';
import { money, type ParsedMoney } from './money/money.js';
import { nameFromAddress, parsedNameParts, names, type NameFinding } from './names/name.js';
import { nameCase } from './names/name-shape.js';
import { overlaps, strongest, type ParserMatch } from './pattern.js';
import { phones } from './phone.js';
import { projectTypes } from './project.js';
import { sources } from './source.js';
import { websites } from './website.js';

export type { Evidence, LeadDraft, ParseContext } from './lead-draft.js';

type DraftFields = { [Field in Exclude<keyof LeadDraft, 'message'>]?: ParserMatch | undefined };

/**
 * Reads a lead from a mail, chat message, phone note or signature with rules. Never throws. Reads at most 20,000
 * characters in linear time. Instructions in the text have no effect.
 */
export function parseLeadText(text: string, context: ParseContext): LeadDraft {
  const body = parseEmailBody(text);
  const fields: DraftFields = { ...contactFields(body, context), ...dealFields(body, context) };
  const draft: LeadDraft = { message: messageTextOf(body) };
  for (const [field, finding] of Object.entries(fields)) {
    if (finding) draft[field as keyof DraftFields] = evidence(body, text, finding);
  }
  return draft;
}

function contactFields(body: EmailBody, context: ParseContext): DraftFields {
  const mails = emails(body);
  const email = strongest(mails);
  const fromAddress = email && nameFromAddress(email);
  const jobTitle = strongest(jobTitles(body));
  const person = nameFields(body, fromAddress);
  return {
    ...person,
    email,
    phone: strongest(phones(body, context.defaultCountry)),
    company: companyField(body, email, person.name, jobTitle),
    jobTitle,
    website: strongest(websites(body, mails)),
  };
}

/** Removes companies that are the name of the person, as in "spoke with Jane Doe". */
function companyField(
  body: EmailBody,
  email: ParserMatch | undefined,
  name: ParserMatch | undefined,
  jobTitle: ParserMatch | undefined,
): ParserMatch | undefined {
  const found = companies(body)
    .map((one) => withoutPerson(one, name))
    .filter((one) => !(jobTitle && overlaps(one, jobTitle)))
    .filter(
      (one) =>
        one.confidence > 0.85 ||
        !(name && (overlaps(one, name) || name.value.split(' ').includes(one.value) || name.value === one.value)),
    );
  const fromDomain = email && companyFromAddress(email, body.text);
  if (!fromDomain) return strongest(found);
  const bare = fromDomain.value.toLowerCase();
  const likely = found.map((one) =>
    one.value.toLowerCase().includes(bare) ? { ...one, confidence: Math.min(0.97, one.confidence + 0.05) } : one,
  );
  return strongest([...likely, fromDomain]);
}

function nameFields(body: EmailBody, fromAddress: NameFinding | undefined): DraftFields {
  const [first, last] = [labelledPart(body, 'firstName'), labelledPart(body, 'lastName')];
  if (first && last) return { name: joined(first, last), firstName: first, lastName: last };
  const found = names(body);
  const name = strongest(fromAddress ? [...found, fromAddress] : found) as NameFinding | undefined;
  if (!name) return { name: first ?? last, firstName: first, lastName: last };
  const parts = parsedNameParts(name);
  return { name, firstName: first ?? parts.first, lastName: last ?? parts.last };
}

function labelledPart(body: EmailBody, field: 'firstName' | 'lastName'): ParserMatch | undefined {
  return strongest(
    labelled(body, field).flatMap(({ start, end }) => {
      const value = body.text.slice(start, end);
      return /^\p{L}[\p{L}\p{M}' .-]{0,59}$/u.test(value)
        ? [{ value: nameCase(value), start, end, confidence: 0.95 }]
        : [];
    }),
  );
}

function joined(first: ParserMatch, last: ParserMatch): ParserMatch {
  const [start, end] = [Math.min(first.start, last.start), Math.max(first.end, last.end)];
  return { value: `${first.value} ${last.value}`, start, end, confidence: 0.95 };
}

function dealFields(body: EmailBody, context: ParseContext): DraftFields {
  const { closing, spans } = dates(body, context.today, context.defaultCountry);
  const taken = [
    ...spans.filter((span) => /\d/.test(body.text.slice(span.start, span.end))),
    ...phones(body, context.defaultCountry),
  ];
  const sum = strongest(money(body, context.defaultCurrency, taken)) as ParsedMoney | undefined;
  return {
    budget: sum,
    estimatedValue: sum && { ...sum, value: decimal(sum.upperCents) },
    currency: sum?.currency,
    projectType: strongest(projectTypes(body)),
    source: strongest(sources(body)),
    expectedCloseDate: strongest(closing),
  };
}

function decimal(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}

/** Converts positions to positions in the source, including tags and white space between the words. */
function evidence(body: EmailBody, source: string, finding: ParserMatch): Evidence<string> {
  const start = body.readable.from[finding.start] ?? 0;
  const end = body.readable.to[finding.end - 1] ?? start;
  const confidence = Math.min(1, Math.max(0, Math.round(finding.confidence * 100) / 100));
  return { value: finding.value.replace(/\s/g, ' '), words: source.slice(start, end), start, end, confidence };
}
