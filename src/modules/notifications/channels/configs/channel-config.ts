import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { BadRequestError, UnprocessableError } from '../../../../kernel/errors.js';
import {
  DiscordConfig,
  EmailConfig,
  EmailConfigUpdate,
  SlackConfig,
  TelegramConfig,
  TelegramConfigUpdate,
} from './channel-configs.dto.js';
import type { ChannelConfig, ChannelType } from '../notification-channel.entity.js';

type ConfigLayout = new () => object;
const CONFIG_LAYOUTS: Record<ChannelType, { readonly whole: ConfigLayout; readonly part: ConfigLayout }> = {
  discord: { whole: DiscordConfig, part: DiscordConfig },
  slack: { whole: SlackConfig, part: SlackConfig },
  telegram: { whole: TelegramConfig, part: TelegramConfigUpdate },
  email: { whole: EmailConfig, part: EmailConfigUpdate },
};

/** A channel config, split into the public part and the secret. */
export interface SplitConfig {
  readonly config: ChannelConfig;
  readonly secret: string | undefined;
}

/** Validates a config for its channel type. With `known`, absent members keep their values. */
export function readChannelConfig(type: ChannelType, input: object, known?: ChannelConfig): SplitConfig {
  const layout = known ? CONFIG_LAYOUTS[type].part : CONFIG_LAYOUTS[type].whole;
  const config = plainToInstance(layout, { ...input }, { exposeDefaultValues: false });
  const mistakes = validateSync(config, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false });
  if (mistakes.length > 0 && !isUntouchedSecret(input, known)) throw rejectionOf(mistakes);
  const { webhookUrl, botToken, ...open } = config as { webhookUrl?: string; botToken?: string } & ChannelConfig;
  return { config: { ...known, ...(input && withoutUndefined(open)) }, secret: webhookUrl ?? botToken };
}

/** An empty patch is valid and keeps the stored secret. */
const isUntouchedSecret = (input: object, known: ChannelConfig | undefined): boolean =>
  known !== undefined && Object.keys(input).length === 0;

const withoutUndefined = <T extends object>(values: T): T =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;

function rejectionOf(mistakes: readonly ValidationError[]): BadRequestError | UnprocessableError {
  const unknown = mistakes.find(({ constraints }) => constraints && 'whitelistValidation' in constraints);
  const at = (property: string): string =>
    `#/config/${encodeURIComponent(property.toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1'))}`;
  if (unknown)
    return new BadRequestError('unknown-field', 'The body has an unknown field.', {
      errors: [{ pointer: at(unknown.property), code: 'unknown-field', detail: `${unknown.property} is unknown` }],
    });
  const errors = mistakes.flatMap(({ property, constraints = {} }) =>
    Object.entries(constraints).map(([rule, detail]) => ({
      pointer: at(property),
      code: rule.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase(),
      detail,
    })),
  );
  return new UnprocessableError('invalid-body', 'The request body is invalid.', { errors });
}
