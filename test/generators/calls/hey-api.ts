import { createClient } from '../out/hey-api/client';
import { listLeads } from '../out/hey-api';

export async function call(baseUrl: string): Promise<void> {
  await listLeads({
    client: createClient({ baseUrl }),
    query: { custom: { tier: 'gold', 'seats.gte': 10 }, createdAt: { gte: '2026-01-01T00:00:00Z' } },
  });
}
