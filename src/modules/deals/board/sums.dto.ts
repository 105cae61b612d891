import { Currency, Integer, Matching } from '../../../kernel/fields.js';

/** A sum of money, which may be larger than any one deal; never of two currencies. */
export const Sum = (): PropertyDecorator => Matching(/^-?\d{1,18}\.\d{2}$/);

/** Totals of one currency. */
export class DealTotal {
  /**
   * Currency; amounts of different currencies are never added
   * @example EUR
   */
  @Currency() currency: string;
  /**
   * Number of deals
   * @example 12
   */
  @Integer(0, 2147483647) count: number;
  /**
   * Total value
   * @example "180000.00"
   */
  @Sum() value: string;
  /**
   * Total value, weighted by probability: 100 % for won deals, 0 for lost deals
   * @example "72000.00"
   */
  @Sum() weightedValue: string;
}
