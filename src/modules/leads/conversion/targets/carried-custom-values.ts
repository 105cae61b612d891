import { Injectable } from '@nestjs/common';
import { UnprocessableError, type FieldError } from '../../../../kernel/errors.js';
import { CustomFields } from '../../../../platform/records/index.js';
import { RESOURCE } from './conversion-targets.js';
import type { NotCarriedView, TargetName } from '../conversion.dto.js';
import { isEmpty, type Values } from './lead-values.js';

export interface CarriedValues {
  readonly values: Values;
  readonly notCarried: NotCarriedView[];
}

/** JSON pointer of a custom field. Long keys are cut to 100 characters, as `CustomFields` does in its errors. */
const pointerOf = (key: string): string =>
  `#/customFields/${key.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** Selects the custom fields of a lead that a target also has, with the same key and type. */
@Injectable()
export class CarriedCustomValues {
  constructor(private readonly customFields: CustomFields) {}

  /** Skips empty values and the keys in `taken`. */
  async select(name: TargetName, values: Values, taken: Values): Promise<CarriedValues> {
    const carried: Values = {};
    const notCarried: NotCarriedView[] = [];
    for (const [key, value] of Object.entries(values)) {
      if (isEmpty(value) || key in taken) continue;
      const rejection = await this.rejectionOf(name, key, value);
      if (rejection)
        notCarried.push({ target: name, field: `customFields.${key}`, code: rejection.code, detail: rejection.detail });
      else carried[key] = value;
    }
    return { values: carried, notCarried };
  }

  /** Checks one value alone, so that other required fields of the target cause no errors. */
  private async rejectionOf(name: TargetName, key: string, value: unknown): Promise<FieldError | undefined> {
    try {
      await this.customFields.accept(RESOURCE[name], { [key]: value }, {});
      return undefined;
    } catch (error) {
      if (!(error instanceof UnprocessableError)) throw error;
      return error.extras.errors?.find(({ pointer }) => pointer === pointerOf(key));
    }
  }
}
