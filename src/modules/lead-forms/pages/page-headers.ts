import type { Response } from 'express';
import type { OpenForm } from '../open-forms.js';
import { FORM_PAGE_STYLE_HASH } from './page-style.js';

/** Sets the headers of an HTML page. `form` is undefined on the page for unknown forms. */
export function asPage(form: OpenForm | undefined, response: Response): void {
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Security-Policy', policyOf(form));
  // `X-Frame-Options` has no list of origins and would block the origins of `frame-ancestors`.
  response.removeHeader('X-Frame-Options');
}

// Browsers apply `form-action` to redirects too, so the policy must contain the origin of `redirectUrl`.
function policyOf(form: OpenForm | undefined): string {
  const framers = form && form.allowedOrigins.length > 0 ? ["'self'", ...form.allowedOrigins] : ["'none'"];
  const targets = form?.redirectUrl ? ["'self'", new URL(form.redirectUrl).origin] : ["'self'"];
  return [
    `default-src 'none'`,
    `style-src ${FORM_PAGE_STYLE_HASH}`,
    `form-action ${form ? targets.join(' ') : "'none'"}`,
    `frame-ancestors ${framers.join(' ')}`,
    `base-uri 'none'`,
  ].join('; ');
}
