/** What a newcomer has to know before the first call, in the order of needing it. */
export const INTRODUCTION = `The headless CRM: everything it can do is a call of this API, and everything the API can do is on this page.

## Signing in

Programs send an API key in \`X-API-Key\`. People sign in with \`POST /api/v1/auth/login\`, which sets a session cookie; a browser of the same origin sends it from then on.
Programs that act as a person get an access token from \`POST /api/v1/auth/token\`, send it as \`Authorization: Bearer …\`, and exchange their refresh token for the next pair before ten minutes are over. A refresh token is good for one use.
Each operation says which permission it needs. A record out of sight answers 404, not 403.

## Lists

Lists answer \`{"data": [...], "pageInfo": {"nextCursor", "prevCursor", "hasMore"}}\`. Give \`pageInfo.nextCursor\` as \`cursor\` to go on, with the same sort and filter; \`limit\` is 1 to 100.
\`count=exact\` or \`count=estimated\` adds the number of matches. \`sort=-createdAt&sort=name\` orders; \`include\` gives related records along.

## Filters

Per field in the query: \`status=new&status=open\` for any of several, \`createdAt[gte]=2026-11-01T00:00:00Z\` for ranges, \`email[contains]=example\` for text, \`q\` for words.
For anything deeper, \`POST …/search\` takes \`and\`, \`or\`, \`not\` and \`{"field", "op", "value"}\`, with relative dates such as \`{"rel": "-30d"}\`.
What records are linked to can be asked as well: \`{"field": "company.industry", "op": "eq", "value": "aviation"}\` for the one record of a link, \`{"some": {"relation": "deals", "filter": …}}\` and \`{"none": …}\` for several.
A saved view (\`viewId\`) holds besides what a request asks itself.

## Errors

Every failure is \`application/problem+json\` (RFC 9457): branch on \`code\`, show \`detail\`, report \`requestId\`. \`errors\` points at each mistake.
Unknown parameters and fields are refused (400), as are values outside of the documented bounds (400 in a URL, 422 in a body).

## Repeating safely

Send an \`Idempotency-Key\` with a POST: the same key and body give the same answer for 24 hours and have one effect.

## Concurrent changes

Single records carry a version, which is their \`ETag\`. Send it as \`If-Match\` with a change: a stale copy is refused with 412. \`If-None-Match\` answers 304 while a copy is good.

## Events

\`GET /events\` tells what happened in the last 30 days, in order: store \`lastSequence\` and give it as \`after\` the next time, and nothing is missed. \`GET /event-types\` has the JSON Schema of every event.

## Limits

\`RateLimit\` says what is left of the limit in \`RateLimit-Policy\`. 429 and 503 say in \`Retry-After\` when to come back.
`;
