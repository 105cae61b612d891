import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { BadRequest, Invalid } from '../../../kernel/errors.js';
import {
  DiscordConfig,
  EmailConfig,
  EmailConfigUpdate,
  SlackConfig,
  TelegramConfig,
  TelegramConfigUpdate,
} from './channel-configs.dto.js';
import type { ChannelConfig, ChannelType } from './notification-channel.entity.js';

type Shape = new () => object;
const SHAPES: Record<ChannelType, { readonly whole: Shape; readonly part: Shape }> = {
  discord: { whole: DiscordConfig, part: DiscordConfig },
  slack: { whole: SlackConfig, part: SlackConfig },
  telegram: { whole: TelegramConfig, part: TelegramConfigUpdate },
  email: { whole: EmailConfig, part: EmailConfigUpdate },
};

/** What is stored of a config: what everybody may see, and the one thing that nobody may. */
export interface SplitConfig {
  readonly config: ChannelConfig;
  readonly secret: string | undefined;
}

/** Checks a config against the shape of its service; with `known`, absent members stay as they are there. */
export function readConfig(type: ChannelType, given: object, known?: ChannelConfig): SplitConfig {
  const shape = known ? SHAPES[type].part : SHAPES[type].whole;
  const config = plainToInstance(shape, { ...given }, { exposeDefaultValues: false });
  const mistakes = validateSync(config, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false });
  if (mistakes.length > 0 && !isUntouchedSecret(given, known)) throw refusalOf(mistakes);
  const { webhookUrl, botToken, ...open } = config as { webhookUrl?: string; botToken?: string } & ChannelConfig;
  return { config: { ...known, ...(given && withoutUndefined(open)) }, secret: webhookUrl ?? botToken };
}

/** `{}` for a webhook leaves its one member as it is. */
const isUntouchedSecret = (given: object, known: ChannelConfig | undefined): boolean =>
  known !== undefined && Object.keys(given).length === 0;

const withoutUndefined = <T extends object>(values: T): T =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;

function refusalOf(mistakes: readonly ValidationError[]): BadRequest | Invalid {
  const unknown = mistakes.find(({ constraints }) => constraints && 'whitelistValidation' in constraints);
  const at = (property: string): string =>
    `#/config/${encodeURIComponent(property.replaceAll('~', '~0').replaceAll('/', '~1'))}`;
  if (unknown)
    return new BadRequest('unknown-field', 'The body holds a field that is not known here.', {
      errors: [
        { pointer: at(unknown.property), code: 'unknown-field', detail: `${unknown.property} is not known here` },
      ],
    });
  const errors = mistakes.flatMap(({ property, constraints = {} }) =>
    Object.entries(constraints).map(([rule, detail]) => ({
      pointer: at(property),
      code: rule.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase(),
      detail,
    })),
  );
  return new Invalid('invalid-body', 'The request body is not acceptable.', { errors });
}
