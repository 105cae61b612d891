import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { Returns } from '../../../kernel/returns.js';
import { AgendaQuery, AgendaView } from './agenda.dto.js';
import { AgendaQueries } from './agenda.queries.js';

@ApiTags('Activities')
@Controller('activities')
export class AgendaController {
  constructor(private readonly queries: AgendaQueries) {}

  /** Gives what the caller has to do, by the days of their own time zone: what is assigned to them, and of their own what is assigned to nobody. */
  @Get('agenda')
  @Can('activities:read')
  @Returns(AgendaView)
  agenda(@Me() actor: Actor, @Query() query: AgendaQuery): Promise<AgendaView> {
    return this.queries.of(actor, query);
  }
}
