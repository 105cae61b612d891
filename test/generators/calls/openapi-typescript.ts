import createClient from 'openapi-fetch';
import type { paths } from '../out/openapi-typescript/client';

export async function call(baseUrl: string): Promise<void> {
  const client = createClient<paths>({ baseUrl });
  await client.GET('/api/v1/leads', {
    params: { query: { custom: { tier: 'gold', 'seats.gte': 10 }, createdAt: { gte: '2026-01-01T00:00:00Z' } } },
  });
}
