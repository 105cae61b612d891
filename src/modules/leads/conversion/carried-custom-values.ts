import { Injectable } from '@nestjs/common';
import { Invalid, type FieldError } from '../../../kernel/errors.js';
import { CustomFields } from '../../../platform/records/index.js';
import { RESOURCE } from './conversion-targets.js';
import type { NotCarriedView, TargetName } from './conversion.dto.js';
import { isEmpty, type Values } from './lead-values.js';

export interface CarriedValues {
  readonly values: Values;
  readonly notCarried: NotCarriedView[];
}

/** A key as a pointer names it, cut as the port cuts it. */
const pointerOf = (key: string): string =>
  `#/customFields/${key.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** Custom fields of the lead for a target that knows fields of the same key and type. */
@Injectable()
export class CarriedCustomValues {
  constructor(private readonly customFields: CustomFields) {}

  /** What is `taken` already is left out. */
  async of(name: TargetName, values: Values, taken: Values): Promise<CarriedValues> {
    const carried: Values = {};
    const notCarried: NotCarriedView[] = [];
    for (const [key, value] of Object.entries(values)) {
      if (isEmpty(value) || key in taken) continue;
      const refusal = await this.refusalOf(name, key, value);
      if (refusal)
        notCarried.push({ target: name, field: `customFields.${key}`, code: refusal.code, detail: refusal.detail });
      else carried[key] = value;
    }
    return { values: carried, notCarried };
  }

  /** Asked by itself: what else the target requires is no matter here. */
  private async refusalOf(name: TargetName, key: string, value: unknown): Promise<FieldError | undefined> {
    try {
      await this.customFields.accept(RESOURCE[name], { [key]: value }, {});
      return undefined;
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      return error.extras.errors?.find(({ pointer }) => pointer === pointerOf(key));
    }
  }
}
