import type { LeadFormFieldView, LeadFormView } from '@kontor/sdk';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (character) => ESCAPES[character] ?? '');
/** People do not see this input. The server holds submissions that fill it in. */
const TRAP = 'website_url_confirm';

function inputOf(
  { name, label, type, options, required, maxLength, placeholder }: LeadFormFieldView,
  at: number,
): string {
  const id = `kontor-${at}`;
  const common = `id="${id}" name="${escaped(name)}"${required ? ' required' : ''}`;
  const hint = placeholder ? ` placeholder="${escaped(placeholder)}"` : '';
  const choices = options.map((option) => `<option>${escaped(option)}</option>`).join('');
  const input =
    type === 'select'
      ? `<select ${common}><option value="">${escaped(placeholder ?? '')}</option>${choices}</select>`
      : type === 'textarea'
        ? `<textarea ${common} maxlength="${maxLength}"${hint} rows="6"></textarea>`
        : `<input type="${type}" ${common} maxlength="${maxLength}"${hint}>`;
  return `  <p><label for="${id}">${escaped(label)}</label><br>${input}</p>`;
}

/** Returns the HTML of a form for a website. It works without JavaScript. */
export const formCode = (form: Pick<LeadFormView, 'submitUrl' | 'fields'>, button: string): string =>
  [
    `<form method="post" action="${escaped(form.submitUrl)}" accept-charset="utf-8">`,
    ...form.fields.map(inputOf),
    `  <p hidden><input name="${TRAP}" tabindex="-1" autocomplete="off"></p>`,
    `  <p><button type="submit">${escaped(button)}</button></p>`,
    '</form>',
  ].join('\n');

/** Returns the HTML that shows the page of the form inside another page. */
export const frameCode = ({ url, title }: Pick<LeadFormView, 'url' | 'title'>): string =>
  `<iframe src="${escaped(url)}" title="${escaped(title)}" width="100%" height="720" style="border:0" loading="lazy"></iframe>`;
