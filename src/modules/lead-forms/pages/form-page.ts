import { FILL_TOKEN, HONEYPOT, type FormField } from '../fields/form-fields.js';
import type { OpenForm } from '../open-forms.js';
import type { Mistake } from '../submissions/outcome.js';
import { FORM_PAGE_STYLE } from './page-style.js';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

/** Trusted HTML. All other parts of a template are escaped. */
class Html {
  constructor(readonly text: string) {}
}
type Part = string | number | Html | readonly Html[] | undefined;

function toHtml(part: Part): string {
  if (part instanceof Html) return part.text;
  if (part === undefined) return '';
  return typeof part === 'object' ? part.map(({ text }) => text).join('') : escapeHtml(String(part));
}

const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(String.raw({ raw: strings }, ...parts.map(toHtml)));

// WCAG 1.3.5: values for `autocomplete`.
const AUTOCOMPLETE: Readonly<Record<string, string>> = {
  name: 'name',
  firstName: 'given-name',
  lastName: 'family-name',
  email: 'email',
  phone: 'tel',
  company: 'organization',
  jobTitle: 'organization-title',
  website: 'url',
};

const page = (title: string, content: Html): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${new Html(FORM_PAGE_STYLE)}</style>
</head>
<body>
<main>
${content}
</main>
</body>
</html>
`.text;

/** A rejected submission: the reason, the answers and the mistakes to show. */
export interface RejectedInput {
  readonly reason: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly mistakes: readonly Mistake[];
}

const NOTHING: RejectedInput = { reason: '', answers: {}, mistakes: [] };

/** The form page. `origin` contains UTM parameters and referrer, as hidden inputs. */
export function formPage(
  form: OpenForm,
  token: string,
  origin: Readonly<Record<string, string>>,
  rejected: RejectedInput = NOTHING,
): string {
  const hidden = Object.entries({ ...origin, [FILL_TOKEN]: token }).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">\n`,
  );
  const required = form.fields.some((field) => field.required);
  return page(
    form.title,
    html`<h1>${form.title}</h1>
${form.description ? html`<p id="description">${form.description}</p>` : undefined}
${
  rejected.reason
    ? html`<p class="bad" role="alert">${rejected.reason}</p>
`
    : undefined
}<form method="post" action="/api/v1/forms/${form.publicKey}/submissions" accept-charset="utf-8" aria-label="${form.title}"${form.description ? html` aria-describedby="description"` : undefined}>
${form.fields.map((field, index) => question(field, index, rejected))}<div class="aside" aria-hidden="true"><label for="${HONEYPOT}">Leave this empty</label><input id="${HONEYPOT}" name="${HONEYPOT}" type="text" tabindex="-1" autocomplete="off"></div>
${hidden}${required ? html`<p>Fields marked with <span class="mark" aria-hidden="true">*</span><span class="aside">an asterisk</span> are required.</p>` : undefined}
<button type="submit">Send</button>
</form>`,
  );
}

export const thanksPage = (form: OpenForm): string =>
  page(
    `Thank you – ${form.title}`,
    html`<h1>Thank you</h1>
<p role="status">Your message has been sent. We will get back to you.</p>`,
  );

export const gonePage = (): string =>
  page(
    'Form not found',
    html`<h1>There is no form here</h1>
<p>The address may be mistyped, or the form may have been closed.</p>`,
  );

function question(field: FormField, index: number, { answers, mistakes }: RejectedInput): Html {
  const id = `f${index}`;
  const mark = field.required ? html` <span class="mark" aria-hidden="true">*</span>` : undefined;
  const mistake = mistakes.find((one) => one.field === field.name);
  const said = mistake && html`<p class="bad" id="${id}-mistake">${`${field.label} ${mistake.detail}.`}</p>`;
  return html`<div class="field"><label for="${id}">${field.label}${mark}</label>${control(field, id, Object.hasOwn(answers, field.name) ? answers[field.name] : undefined, mistake !== undefined)}${said}</div>\n`;
}

// Same rule as on the server: without a pattern, browsers accept `ada@nowhere`.
const EMAIL = html` pattern="[^\\s@]+@([^\\s@.]+\\.)+[^\\s@.]{2,}" title="An e-mail address such as ada@example.com"`;

function control(field: FormField, id: string, answer: string | undefined, isWrong: boolean): Html {
  const { name, type, maxLength, placeholder, required, options } = field;
  const shared = html`id="${id}" name="${name}"${required ? html` required aria-required="true"` : undefined}${isWrong ? html` aria-invalid="true" aria-describedby="${id}-mistake"` : undefined}${autocomplete(name)}`;
  if (type === 'select') {
    return html`<select ${shared}><option value="">${placeholder ?? 'Please choose'}</option>${options.map((option) => html`<option value="${option}"${option === answer ? html` selected` : undefined}>${option}</option>`)}</select>`;
  }
  const text = html`${shared} maxlength="${maxLength}"${placeholder ? html` placeholder="${placeholder}"` : undefined}`;
  // Browsers ignore a line break directly after the start tag, so the text follows the tag at once.
  if (type === 'textarea') return html`<textarea ${text} rows="6">\n${answer}</textarea>`;
  return html`<input type="${type}" ${text}${type === 'email' ? EMAIL : undefined}${answer ? html` value="${answer}"` : undefined}>`;
}

const autocomplete = (name: string): Html | undefined =>
  Object.hasOwn(AUTOCOMPLETE, name) ? html` autocomplete="${AUTOCOMPLETE[name] ?? 'on'}"` : undefined;
