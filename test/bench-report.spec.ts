import { plansTable } from '../bench/report.js';

describe('the table of plans', () => {
  const nodes = Array.from({ length: 12 }, (_, at) => `Index Scan leads_by_status_and_created_at_${at}`).join(', ');
  const printed = plansTable([
    {
      name: 'companies, faceted by everything that there is',
      mode: 'custom',
      milliseconds: 1234.5,
      seqScans: [],
      nodes,
    },
  ]);

  it('fits a terminal of 130 columns', () => {
    expect(Math.max(...printed.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(130);
  });

  it('wraps a long cell completely', () => {
    const reads = printed
      .split('\n')
      .slice(2)
      .map((line) => line.split('|')[4]?.trim())
      .join(' ')
      .trim();
    expect(reads).toBe(nodes);
  });

  it('gives each row the same width', () => {
    expect(new Set(printed.split('\n').map(({ length }) => length)).size).toBe(1);
  });
});
