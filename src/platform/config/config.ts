import { plainToInstance, Transform } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  MinLength,
  ValidateBy,
  validateSync,
  IsEmail,
  type ValidationArguments,
} from 'class-validator';
import { isAllowEntry } from '../outbound/allowed-addresses.js';

const whole = ({ value }: { value: unknown }) =>
  typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
const yesNo = ({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value);
const list = ({ value }: { value: unknown }) =>
  typeof value === 'string'
    ? value
        .split(',')
        .map((item) => item.trim())
        .filter(Boolean)
    : value;

function wrongEntries(argument?: ValidationArguments): string {
  const wrong = ((argument?.value ?? []) as string[]).filter((entry) => !isAllowEntry(entry));
  return (
    `OUTBOUND_ALLOW must list host names, addresses or ranges such as 10.0.0.0/8; ${wrong.join(', ')} is none ` +
    `of these`
  );
}

export const ROLES = ['web', 'worker', 'all'] as const;

/** The environment variables, checked once at the start. */
export class Config {
  @IsIn(['development', 'test', 'production'])
  NODE_ENV: 'development' | 'test' | 'production' = 'development';

  /** Whether this process answers requests, runs jobs, or both. */
  @IsIn([...ROLES])
  ROLE: (typeof ROLES)[number] = 'all';

  /** The address to listen on. By default, other machines cannot connect. */
  @IsString()
  HOST = '127.0.0.1';

  /** 0 selects a free port. */
  @Transform(whole)
  @IsInt()
  @Min(0)
  @Max(65535)
  PORT = 3000;

  /** Public URL of this server, for links and cookies. Default: from HOST and PORT. */
  @IsOptional()
  @Matches(/^https?:\/\/[^\s/]+$/, {
    message: 'PUBLIC_URL must be an address such as https://crm.example.com, without a path',
  })
  PUBLIC_URL?: string;

  /** URL of a PostgreSQL server (15 or newer). Default: an embedded PostgreSQL under DATA_DIR. */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//, { message: 'DATABASE_URL must begin with postgres:// or postgresql://' })
  DATABASE_URL?: string;

  /**
   * Connections of this instance. The slowest requests become slower if all instances together have more than about
   * twice the cores of the database server.
   */
  @Transform(whole)
  @IsInt()
  @Min(1)
  @Max(200)
  DATABASE_POOL_SIZE = 10;

  /** Milliseconds to wait for a database connection before the request is rejected with 503. */
  @Transform(whole)
  @IsInt()
  @Min(50)
  @Max(60_000)
  DATABASE_CONNECTION_TIMEOUT = 1_000;

  /** Whether PostgreSQL also checks visibility, in addition to the conditions of the application. */
  @IsIn(['on', 'off'])
  ROW_LEVEL_SECURITY: 'on' | 'off' = 'off';

  /** Timeout of a statement in milliseconds. */
  @Transform(whole)
  @IsInt()
  @Min(100)
  @Max(600_000)
  DATABASE_STATEMENT_TIMEOUT = 5_000;

  /** Folder for the embedded database, the master key and other state. */
  @IsString()
  @MinLength(1)
  DATA_DIR = '.data';

  @IsOptional()
  @Transform(whole)
  @IsInt()
  @Min(1)
  @Max(65535)
  EMBEDDED_PG_PORT?: number;

  /** 32 bytes as 64 hexadecimal digits. During a key rotation several keys, newest first. Required in production. */
  @IsOptional()
  @Transform(list)
  @Matches(/^[0-9a-f]{64}$/i, {
    each: true,
    message: 'MASTER_KEY must be 64 hexadecimal digits (several, newest first, separated by commas)',
  })
  MASTER_KEY?: string[];

  /**
   * Keys that sign access tokens: 32 bytes as 64 hexadecimal digits each, newest first. Default: a generated key,
   * encrypted in the database.
   */
  @IsOptional()
  @Transform(list)
  @Matches(/^[0-9a-f]{64}$/i, {
    each: true,
    message: 'JWT_KEYS must be 64 hexadecimal digits (several, newest first, separated by commas)',
  })
  JWT_KEYS?: string[];

  @IsOptional()
  @IsEmail({ require_tld: false })
  ADMIN_EMAIL?: string;

  @IsOptional()
  @MinLength(15, { message: 'ADMIN_PASSWORD must have at least 15 characters' })
  ADMIN_PASSWORD?: string;

  /** Origins of web pages that may call the API, separated by commas. */
  @Transform(list)
  @Matches(/^https?:\/\/[^\s/,]+$/, {
    each: true,
    message: 'CORS_ORIGINS must be origins such as https://app.example.com, separated by commas',
  })
  CORS_ORIGINS: string[] = [];

  /** Number of proxies in front of this server that may set X-Forwarded-For. */
  @Transform(whole)
  @IsInt()
  @Min(0)
  @Max(10)
  TRUST_PROXY_HOPS = 0;

  /** Requests per minute of one credential. */
  @Transform(whole)
  @IsInt()
  @Min(1)
  RATE_LIMIT_PER_CREDENTIAL = 600;

  /** Requests per minute of one address without a valid credential. */
  @Transform(whole)
  @IsInt()
  @Min(1)
  RATE_LIMIT_PER_ADDRESS = 1_200;

  /** Maximum number of requests in flight. Further requests get 503. */
  @Transform(whole)
  @IsInt()
  @Min(1)
  MAX_REQUESTS_IN_FLIGHT = 500;

  /**
   * Maximum number of requests in flight without sign-in, at most half of them from one address. Further requests wait
   * up to a second.
   */
  @Transform(whole)
  @IsInt()
  @Min(2)
  MAX_ANONYMOUS_REQUESTS_IN_FLIGHT = 50;

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
  LOG_LEVEL = 'info';

  /** One JSON object per line, or a short line for people. auto: short lines in a terminal outside production. */
  @IsIn(['auto', 'json', 'pretty'])
  LOG_FORMAT: 'auto' | 'json' | 'pretty' = 'auto';

  /** Bearer token for /metrics. Without a token, only this machine can read the metrics. */
  @IsOptional()
  @MinLength(16, { message: 'METRICS_TOKEN must have at least 16 characters' })
  METRICS_TOKEN?: string;

  @Transform(yesNo)
  @IsBoolean()
  DOCS_ENABLED = true;

  /** Whether the admin web UI is served at /admin. */
  @IsIn(['on', 'off'])
  ADMIN_UI: 'on' | 'off' = 'on';

  /** Milliseconds of event loop delay above which this process answers 503. */
  @Transform(whole)
  @IsInt()
  @Min(20)
  @Max(60_000)
  MAX_LOOP_DELAY = 200;

  /** Seconds for open requests and jobs to finish after SIGTERM. */
  @Transform(whole)
  @IsInt()
  @Min(1)
  @Max(300)
  SHUTDOWN_SECONDS = 15;

  /**
   * Private addresses that this server may call (a local model or mail server), separated by commas: hosts or CIDR
   * ranges.
   */
  @Transform(list)
  @ValidateBy({
    name: 'allowEntries',
    validator: { validate: (value: string[]) => value.every(isAllowEntry), defaultMessage: wrongEntries },
  })
  OUTBOUND_ALLOW: string[] = [];

  /**
   * The mail server: smtp://user:password@host:587, or smtps:// for TLS from the start. Default: mails are written to
   * DATA_DIR/mail (fails in production).
   */
  @IsOptional()
  @Matches(/^smtps?:\/\/[^\s]+$/, {
    message:
      'SMTP_URL must be an address such as smtp://user:password@mail.example.com:587 (smtps:// for TLS from the start)',
  })
  SMTP_URL?: string;

  /** The sender of mails: an address, or a name with an address. */
  @Matches(/^([^<>\r\n]{1,100} <)?[^<>\s@]+@[^<>\s@]+>?$/, {
    message: 'MAIL_FROM must be an address, or a name and an address: Kontor <kontor@example.com>',
  })
  MAIL_FROM = 'Kontor <kontor@localhost>';

  get isProduction(): boolean {
    return this.NODE_ENV === 'production';
  }
}

/** An invalid configuration. The message is one line with the variable and the reason. */
export class ConfigError extends Error {}

/** Reads the variables of `Config`. An empty variable counts as unset. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const known = Object.keys(describeConfig());
  const values = Object.fromEntries(known.filter((name) => environment[name]).map((name) => [name, environment[name]]));
  const config = plainToInstance(Config, values, { exposeDefaultValues: true });
  const mistakes = validateSync(config).flatMap((error) => Object.values(error.constraints ?? {}));
  if (config.NODE_ENV === 'production' && !config.MASTER_KEY)
    mistakes.push('MASTER_KEY must be given in production: openssl rand -hex 32');
  if (mistakes.length > 0) throw new ConfigError(`Configuration: ${mistakes.join('; ')}.`);
  return config;
}

/** Returns every variable with its default. Undefined means no default. */
export function describeConfig(): Record<string, unknown> {
  const optional = {
    PUBLIC_URL: undefined,
    DATABASE_URL: undefined,
    EMBEDDED_PG_PORT: undefined,
    MASTER_KEY: undefined,
    JWT_KEYS: undefined,
    ADMIN_EMAIL: undefined,
    ADMIN_PASSWORD: undefined,
    METRICS_TOKEN: undefined,
    SMTP_URL: undefined,
  };
  return { ...optional, ...new Config() };
}
