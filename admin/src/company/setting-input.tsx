import type { SettingView } from '@kontor/sdk';
import { CodeInput, type CodeKind } from '../ui/code-input';
import { FlagInput, TextInput, type Values } from '../ui/form';
import { NumberInput } from '../ui/number-input';
import { RulesInput, type Rule } from './rules-input';

interface Properties {
  readonly setting: SettingView;
  readonly label: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly isDisabled: boolean;
  readonly error?: string;
}

/** The input that fits the type of a setting. */
export function SettingInput({ setting, label, value, onChange, isDisabled, error }: Properties) {
  const form: Values = {
    value: () => value,
    set: (_, changed) => onChange(changed),
    errors: error === undefined ? {} : { value: error },
  };
  const common = { form, name: 'value', label, isDisabled };
  switch (setting.kind) {
    case 'integer':
      return <NumberInput {...common} />;
    case 'flag':
      return <FlagInput {...common} />;
    case 'timezone':
    case 'currency':
    case 'country':
      return <CodeInput {...common} kind={setting.kind satisfies CodeKind} />;
    case 'rules':
      return (
        <RulesInput
          rules={(value ?? []) as readonly Rule[]}
          onChange={onChange}
          isDisabled={isDisabled}
          error={error}
        />
      );
    case 'email':
    case 'url':
      return <TextInput {...common} type={setting.kind} />;
    default:
      return <TextInput {...common} />;
  }
}
