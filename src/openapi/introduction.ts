/** Explains what a newcomer needs before the first call, in the order of need. */
export const INTRODUCTION = `The API of Kontor, a headless CRM. Every feature of Kontor is an operation of this API.

## Authentication

Programs send an API key in the header \`X-API-Key\`. Users sign in with \`POST /api/v1/auth/login\`, which sets a session cookie. Browsers of the same origin send the cookie automatically.
Programs that act for a user request an access token with \`POST /api/v1/auth/token\` and send it as \`Authorization: Bearer …\`. An access token expires after ten minutes; the refresh token returns the next pair. Each refresh token can be used once.
The description of each operation names the required permission. A record that the caller cannot see is reported as 404, not 403.

## Lists

Lists return \`{"data": [...], "pageInfo": {"nextCursor", "prevCursor", "hasMore"}}\`. Pass \`pageInfo.nextCursor\` as \`cursor\` for the next page, with the same sort order and filter. \`limit\` is 1 to 100.
\`count=exact\` or \`count=estimated\` adds the number of matches. \`sort=-createdAt&sort=name\` sets the sort order. \`include\` adds related records.

## Filters

Query parameters filter by field: \`status=new&status=open\` matches any of several values, \`createdAt[gte]=2026-11-01T00:00:00Z\` a range, \`email[contains]=example\` a part of a text, and \`q\` words.
For complex filters, \`POST …/search\` accepts \`and\`, \`or\`, \`not\` and \`{"field", "op", "value"}\`, with relative dates such as \`{"rel": "-30d"}\`.
Filters can use linked records: \`{"field": "company.industry", "op": "eq", "value": "aviation"}\` for a single link, \`{"some": {"relation": "deals", "filter": …}}\` and \`{"none": …}\` for several links.
The filter of a saved view (\`viewId\`) applies in addition to the filter of the request.

## Errors

Every error is \`application/problem+json\` (RFC 9457). Use \`code\` in programs, show \`detail\` to users, and report \`requestId\`. \`errors\` lists each error in the request.
Unknown parameters and fields are rejected with 400. Values outside the documented bounds are rejected with 400 in a URL and with 422 in a body.

## Safe retries

Send an \`Idempotency-Key\` with a POST, PUT, PATCH or DELETE. Within 24 hours, the same key and body return the same response and have one effect, also with \`If-Match\`. A response with a secret is stored encrypted. Public operations, sign-out, previews and operations that check your password do not support the header: 400 \`idempotency-key-not-supported\`.

## Concurrent changes

Single records have a version, which is their \`ETag\`. Send the version as \`If-Match\` with a change; a change of an outdated version is rejected with 412. With \`If-None-Match\`, the response is 304 if your copy is current.

## Events

\`GET /events\` returns the events of the last 30 days in order. Store \`lastSequence\` and pass it as \`after\` in the next request to receive each event once. \`GET /event-types\` has the JSON Schema of every event.

## Rate limits

\`RateLimit\` has the remaining requests of the limit in \`RateLimit-Policy\`. Responses 429 and 503 have the waiting time in \`Retry-After\`.
`;
