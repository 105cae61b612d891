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
  validateSync,
  IsEmail,
} from 'class-validator';

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

export const ROLES = ['web', 'worker', 'all'] as const;

/** Everything that can be set from outside, checked once at the start. Names are the environment variables'. */
export class Config {
  @IsIn(['development', 'test', 'production'])
  NODE_ENV: 'development' | 'test' | 'production' = 'development';

  /** What this process does: answer requests, run jobs, or both. */
  @IsIn([...ROLES])
  ROLE: (typeof ROLES)[number] = 'all';

  /** The address to listen on. Nothing listens beyond this machine unless it is changed. */
  @IsString()
  HOST = '127.0.0.1';

  /** 0 takes a free port. */
  @Transform(whole)
  @IsInt()
  @Min(0)
  @Max(65535)
  PORT = 3000;

  /** Where people reach this server, for links and cookies; from HOST and PORT when unset. */
  @IsOptional()
  @Matches(/^https?:\/\/[^\s/]+$/, {
    message: 'PUBLIC_URL must be an address such as https://crm.example.com, without a path',
  })
  PUBLIC_URL?: string;

  /** An own PostgreSQL (15 or newer). Unset: an embedded one under DATA_DIR. */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//, { message: 'DATABASE_URL must begin with postgres:// or postgresql://' })
  DATABASE_URL?: string;

  /** Connections of this instance. More than about twice the cores of the database server, for all instances together, make the slowest answers slower. */
  @Transform(whole)
  @IsInt()
  @Min(2)
  @Max(200)
  DATABASE_POOL_SIZE = 10;

  /** Milliseconds that work waits for a connection to the database before it is refused with 503. */
  @Transform(whole)
  @IsInt()
  @Min(50)
  @Max(60_000)
  DATABASE_CONNECTION_TIMEOUT = 1_000;

  /** Whether the database holds back what a person may not see by itself, behind the application's own conditions. */
  @IsIn(['on', 'off'])
  ROW_LEVEL_SECURITY: 'on' | 'off' = 'off';

  /** Milliseconds that a statement may run. */
  @Transform(whole)
  @IsInt()
  @Min(100)
  @Max(600_000)
  DATABASE_STATEMENT_TIMEOUT = 5_000;

  /** Where the embedded database, the master key and other state are kept. */
  @IsString()
  @MinLength(1)
  DATA_DIR = '.data';

  @IsOptional()
  @Transform(whole)
  @IsInt()
  @Min(1)
  @Max(65535)
  EMBEDDED_PG_PORT?: number;

  /** 32 bytes as 64 hexadecimal digits; several, newest first, while keys are rotated. Must be given in production. */
  @IsOptional()
  @Transform(list)
  @Matches(/^[0-9a-f]{64}$/i, {
    each: true,
    message: 'MASTER_KEY must be 64 hexadecimal digits (several, newest first, separated by commas)',
  })
  MASTER_KEY?: string[];

  /** Sign access tokens: 32 bytes as 64 hexadecimal digits each, newest first. Unset: one is made and sealed in the database. */
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

  /** Origins of browsers' pages that may call the API, separated by commas. */
  @Transform(list)
  @Matches(/^https?:\/\/[^\s/,]+$/, {
    each: true,
    message: 'CORS_ORIGINS must be origins such as https://app.example.com, separated by commas',
  })
  CORS_ORIGINS: string[] = [];

  /** How many proxies stand in front and may set X-Forwarded-For. */
  @Transform(whole)
  @IsInt()
  @Min(0)
  @Max(10)
  TRUST_PROXY_HOPS = 0;

  /** Requests a minute of one credential. */
  @Transform(whole)
  @IsInt()
  @Min(1)
  RATE_LIMIT_PER_CREDENTIAL = 600;

  /** Requests a minute of one address without a valid credential. */
  @Transform(whole)
  @IsInt()
  @Min(1)
  RATE_LIMIT_PER_ADDRESS = 1_200;

  /** Requests at work at once; one more is answered 503. */
  @Transform(whole)
  @IsInt()
  @Min(1)
  MAX_REQUESTS_IN_FLIGHT = 500;

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
  LOG_LEVEL = 'info';

  /** Bearer token for /metrics; without one only this machine may read them. */
  @IsOptional()
  @MinLength(16, { message: 'METRICS_TOKEN must have at least 16 characters' })
  METRICS_TOKEN?: string;

  /** Whether Swagger UI is served at /docs. */
  @Transform(yesNo)
  @IsBoolean()
  DOCS_ENABLED = true;

  /** Milliseconds that this process may be behind with its work before it answers 503. */
  @Transform(whole)
  @IsInt()
  @Min(20)
  @Max(60_000)
  MAX_LOOP_DELAY = 200;

  /** Seconds that open requests and jobs get to finish after SIGTERM. */
  @Transform(whole)
  @IsInt()
  @Min(1)
  @Max(300)
  SHUTDOWN_SECONDS = 15;

  /** Private addresses that this server may call (an own model, an own mail server), separated by commas: hosts or CIDR ranges. */
  @Transform(list)
  OUTBOUND_ALLOW: string[] = [];

  /** The mail server, smtp://user:password@host:587 or smtps:// for TLS from the start. Unset: mail is written to DATA_DIR/mail (in production it fails). */
  @IsOptional()
  @Matches(/^smtps?:\/\/[^\s]+$/, {
    message:
      'SMTP_URL must be an address such as smtp://user:password@mail.example.com:587 (smtps:// for TLS from the start)',
  })
  SMTP_URL?: string;

  /** The sender of mail: an address, or a name with an address. */
  @Matches(/^([^<>\r\n]{1,100} <)?[^<>\s@]+@[^<>\s@]+>?$/, {
    message: 'MAIL_FROM must be an address, or a name and an address: Kontor <kontor@example.com>',
  })
  MAIL_FROM = 'Kontor <kontor@localhost>';

  get isProduction(): boolean {
    return this.NODE_ENV === 'production';
  }
}

/** A mistake in the configuration, in one line that says which variable and why. */
export class ConfigError extends Error {}

/** Reads the variables that Kontor knows; an empty one counts as unset. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const known = Object.keys(describeConfig());
  const given = Object.fromEntries(known.filter((name) => environment[name]).map((name) => [name, environment[name]]));
  const config = plainToInstance(Config, given, { exposeDefaultValues: true });
  const mistakes = validateSync(config).flatMap((error) => Object.values(error.constraints ?? {}));
  if (config.NODE_ENV === 'production' && !config.MASTER_KEY)
    mistakes.push('MASTER_KEY must be given in production: openssl rand -hex 32');
  if (mistakes.length > 0) throw new ConfigError(`Configuration: ${mistakes.join('; ')}.`);
  return config;
}

/** Every variable with its default; undefined where there is none. */
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
