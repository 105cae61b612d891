import { planned } from './misfire.js';
import { Slots } from './slots.js';

const slots = new Slots();
const iso = (dates: readonly Date[]) => dates.map((date) => date.toISOString().replace(':00.000Z', 'Z'));
const due = (cron: string, timeZone: string, after: string, until: string, most = 200) =>
  iso(slots.due({ cron, timeZone }, new Date(after), new Date(until), most));

describe('due times of a cron expression', () => {
  it('lie after the last due time and up to now, to the millisecond', () => {
    expect(due('*/15 * * * *', 'UTC', '2026-11-21T09:00:00.000Z', '2026-11-21T10:00:00.000Z')).toEqual([
      '2026-11-21T09:15Z',
      '2026-11-21T09:30Z',
      '2026-11-21T09:45Z',
      '2026-11-21T10:00Z',
    ]);
    expect(due('*/15 * * * *', 'UTC', '2026-11-21T09:44:59.999Z', '2026-11-21T09:59:59.999Z')).toEqual([
      '2026-11-21T09:45Z',
    ]);
    expect(due('*/15 * * * *', 'UTC', '2026-11-21T09:45:00.001Z', '2026-11-21T09:59:59.999Z')).toEqual([]);
  });

  it('are limited to the latest ones', () => {
    expect(due('* * * * *', 'UTC', '2025-11-21T09:00:00Z', '2026-11-21T10:00:30Z', 3)).toEqual([
      '2026-11-21T09:58Z',
      '2026-11-21T09:59Z',
      '2026-11-21T10:00Z',
    ]);
  });

  it.each([
    [
      'Europe/Berlin',
      '30 2 * * *',
      '2026-03-28T12:00:00Z',
      '2026-03-31T00:00:00Z',
      ['2026-03-29T01:00Z', '2026-03-30T00:30Z'],
    ],
    [
      'Europe/Berlin',
      '30 1-3 * * *',
      '2026-03-28T12:00:00Z',
      '2026-03-29T12:00:00Z',
      ['2026-03-29T00:30Z', '2026-03-29T01:00Z', '2026-03-29T01:30Z'],
    ],
    [
      'America/New_York',
      '30 2 * * *',
      '2026-03-07T12:00:00Z',
      '2026-03-10T00:00:00Z',
      ['2026-03-08T07:00Z', '2026-03-09T06:30Z'],
    ],
  ])('in %s the skipped hour moves %s to the first valid moment', (timeZone, cron, after, until, expected) => {
    expect(due(cron, timeZone, after, until)).toEqual(expected);
  });

  it.each([
    [
      'Europe/Berlin',
      '30 2 * * *',
      '2026-10-24T12:00:00Z',
      '2026-10-27T00:00:00Z',
      ['2026-10-25T00:30Z', '2026-10-26T01:30Z'],
    ],
    [
      'America/New_York',
      '30 1 * * *',
      '2026-10-31T12:00:00Z',
      '2026-11-03T00:00:00Z',
      ['2026-11-01T05:30Z', '2026-11-02T06:30Z'],
    ],
    [
      'America/New_York',
      '15,45 1 * * *',
      '2026-10-31T12:00:00Z',
      '2026-11-02T00:00:00Z',
      ['2026-11-01T05:15Z', '2026-11-01T05:45Z'],
    ],
  ])('in %s the repeated hour is due once for %s', (timeZone, cron, after, until, expected) => {
    expect(due(cron, timeZone, after, until)).toEqual(expected);
    // Also for a check between the two times.
    const [first = ''] = expected;
    const afterFirst = first.replace('Z', ':00.000Z');
    expect(due(cron, timeZone, afterFirst, until)).toEqual(expected.slice(1));
  });

  it('of every hour follow real time, also in a night with a clock change', () => {
    expect(due('17 * * * *', 'Europe/Berlin', '2026-10-24T23:30:00Z', '2026-10-25T03:00:00Z')).toEqual([
      '2026-10-25T00:17Z',
      '2026-10-25T01:17Z',
      '2026-10-25T02:17Z',
    ]);
    expect(due('17 * * * *', 'Europe/Berlin', '2026-03-28T23:30:00Z', '2026-03-29T03:00:00Z')).toEqual([
      '2026-03-29T00:17Z',
      '2026-03-29T01:17Z',
      '2026-03-29T02:17Z',
    ]);
  });

  it('are equal one by one and together', () => {
    for (const [cron, timeZone] of [
      ['*/20 1-3 * * *', 'Europe/Berlin'],
      ['30 2 * * *', 'America/New_York'],
      ['5 0 1 * *', 'UTC'],
    ] as const) {
      const until = new Date('2026-12-01T00:00:00Z');
      const single: Date[] = [];
      for (
        let at = slots.next({ cron, timeZone }, new Date('2026-10-01T00:00:00Z'));
        at && at <= until;
        at = slots.next({ cron, timeZone }, at)
      )
        single.push(at);
      expect(iso(single)).toEqual(due(cron, timeZone, '2026-10-01T00:00:00Z', until.toISOString(), 1_000));
    }
  });
});

describe('missed due times', () => {
  const now = new Date('2026-11-21T12:00:20Z');
  const missed = ['2026-11-21T10:00:00Z', '2026-11-21T11:00:00Z', '2026-11-21T12:00:00Z'].map((at) => new Date(at));
  const runs = (misfire: 'skip' | 'run_once' | 'run_all', due: readonly Date[]) =>
    planned(misfire, due, now).map(({ runs: isRun }) => isRun);

  it('lead to one run, to all runs, or to runs that are still in time', () => {
    expect(runs('run_once', missed)).toEqual([false, false, true]);
    expect(runs('run_all', missed)).toEqual([true, true, true]);
    expect(runs('skip', missed)).toEqual([false, false, true]);
    expect(runs('skip', missed.slice(0, 2))).toEqual([false, false]);
  });

  it('lead to at most a hundred runs', () => {
    const many = slots.due({ cron: '* * * * *' }, new Date('2026-11-01T00:00:00Z'), now, 101);
    expect(runs('run_all', many).filter(Boolean)).toHaveLength(100);
    expect(runs('run_all', many)[0]).toBe(false);
  });
});
