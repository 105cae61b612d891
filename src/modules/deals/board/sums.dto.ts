import { Currency, Integer, Matching } from '../../../kernel/fields.js';

/** A sum of money, which may be larger than any one deal; never of two currencies. */
export const Sum = (): PropertyDecorator => Matching(/^-?\d{1,18}\.\d{2}$/);

/** What deals of one currency come to. */
export class DealTotal {
  /**
   * The currency; sums are never taken over two.
   * @example EUR
   */
  @Currency() currency: string;
  /**
   * How many deals.
   * @example 12
   */
  @Integer(0, 2147483647) count: number;
  /**
   * What they are worth.
   * @example "180000.00"
   */
  @Sum() value: string;
  /**
   * The same, each times its probability: won counts whole, lost not at all.
   * @example "72000.00"
   */
  @Sum() weightedValue: string;
}
