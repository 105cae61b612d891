import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { UnprocessableError } from '../../kernel/errors.js';
import { acceptableValues, LeadsService, type LeadCreate, type LeadView } from '../leads/index.js';
import { Config } from '../../platform/config/index.js';
import { Settings } from '../settings/index.js';
import { DRAFT_FIELDS, type ReadField, type ReadFields } from './draft-fields.js';
import type { DraftEvidence, LeadFromText, LeadParseView, LeadText } from './lead-intake.dto.js';
import { LeadModel, type ModelReading } from './model/lead-model.js';
import { ModelFailure } from './model/model-failure.js';
import { parseLeadText, type LeadDraft, type ParseContext } from './rules/rule-parser.js';

const DEFAULT_SOURCE = 'text';
const WARM_UP =
  "Hi, I'm Ada Lovelace, CTO of Engines Ltd. Website by March, 10-15k EUR. ada@example.com +44 20 7946 0958";

/** Reads leads from free text, with the language model of the settings or with rules. */
@Injectable()
export class LeadIntakeService implements OnModuleInit {
  private readonly logger = new Logger('LeadIntake');

  constructor(
    private readonly leads: LeadsService,
    private readonly model: LeadModel,
    private readonly settings: Settings,
    private readonly config: Config,
  ) {}

  /**
   * Compiles the regular expressions of the rules at the start, because compilation takes longer than a request may
   * take. Workers get no requests.
   */
  onModuleInit(): void {
    if (this.config.ROLE === 'worker' || this.config.NODE_ENV === 'test') return;
    parseLeadText(WARM_UP, { today: '2026-01-01', defaultCurrency: 'EUR', defaultCountry: 'DE' });
  }

  async parse({ text, language }: LeadText): Promise<LeadParseView> {
    const context = await this.contextOf(language);
    const byRules = parseLeadText(text, context);
    const { reading, notice } = await this.askModel(text, context);
    const fields = reading ? completed(reading.fields, byRules) : fieldsOf(byRules);
    const draft = acceptableValues({ ...valuesOf(fields), message: byRules.message });
    return {
      draft,
      evidence: evidenceOf(fields, draft),
      parser: reading ? 'model' : 'rules',
      ...(reading && { model: reading.model }),
      ...(notice && { notice }),
      missing: missingIn(draft),
    };
  }

  async create(actor: Actor, { text, language, overrides: known = {} }: LeadFromText): Promise<LeadView> {
    const overrides = provided(known);
    const { draft } = await this.parse({ text, ...(language && { language }) });
    const lead = { source: DEFAULT_SOURCE, ...without(draft, overrides), ...overrides };
    if (!lead.email && !lead.phone) throw unreachable(missingIn(lead));
    const named = lead.name ?? lead.firstName ?? lead.lastName ?? null;
    const stranger = lead.company ?? lead.email ?? lead.phone;
    return this.leads.create(actor, named || !stranger ? lead : { ...lead, name: stranger }, {
      rawInput: text,
      aiParsed: true,
    });
  }

  private async askModel(text: string, { today }: ParseContext): Promise<{ reading?: ModelReading; notice?: string }> {
    try {
      const reading = await this.model.read(text, today);
      return reading ? { reading } : {};
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error;
      this.logger.warn({ err: error }, 'The language model did not help');
      return { notice: `The language model ${error.message}; the built-in rules read the text.` };
    }
  }

  private async contextOf(language: string | undefined): Promise<ParseContext> {
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: await this.settings.get('timezone') }).format(
      new Date(),
    );
    const defaultCountry = language?.split('-')[1] ?? (await this.settings.get('default_country'));
    return { today, defaultCurrency: await this.settings.get('default_currency'), defaultCountry };
  }
}

const provided = (fields: LeadCreate): LeadCreate =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as LeadCreate;

const fieldsOf = (draft: LeadDraft): ReadFields =>
  Object.fromEntries(Object.entries(draft).filter(([name]) => name !== 'message')) as ReadFields;

/** Takes a missing e-mail address, phone number and name from the rules, because a lead requires them. */
function completed(fields: ReadFields, byRules: LeadDraft): ReadFields {
  const { email, phone, name } = byRules;
  const unreachable = !fields.email && !fields.phone;
  return {
    ...(unreachable && email && { email }),
    ...(unreachable && phone && { phone }),
    ...(!fields.name && !fields.lastName && !fields.firstName && name && { name }),
    ...fields,
  };
}

const valuesOf = (fields: ReadFields): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value]));

function evidenceOf(fields: ReadFields, draft: LeadCreate): DraftEvidence[] {
  return DRAFT_FIELDS.flatMap((field) => {
    const read: ReadField | undefined = fields[field];
    if (!read || draft[field] === undefined) return [];
    return [{ field, words: read.words, start: read.start, end: read.end, confidence: read.confidence }];
  });
}

function missingIn({ name, firstName, lastName, email, phone }: LeadCreate): string[] {
  return [...(name || firstName || lastName ? [] : ['name']), ...(email || phone ? [] : ['email', 'phone'])];
}

/** Removes fields of the draft that would contradict the overrides: name parts, or the amount with its currency. */
function without(draft: LeadCreate, overrides: LeadCreate): LeadCreate {
  const { name, firstName, lastName, estimatedValue, currency, ...others } = draft;
  const namesInput = [overrides.name, overrides.firstName, overrides.lastName].some((part) => part !== undefined);
  const valueInput = overrides.estimatedValue !== undefined;
  return {
    ...others,
    ...(!namesInput && { name, firstName, lastName }),
    ...(!valueInput && { estimatedValue, currency }),
  };
}

function unreachable(missing: string[]): UnprocessableError {
  const mistake = { code: 'required', detail: 'the text contains no e-mail address and no phone number' };
  return new UnprocessableError(
    'lead-unreachable',
    'The text contains no e-mail address and no phone number; set one of them in overrides.',
    {
      errors: [
        { pointer: '#/overrides/email', ...mistake },
        { pointer: '#/overrides/phone', ...mistake },
      ],
      members: { missing },
    },
  );
}
