import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { OperationId, Returns } from '../../../kernel/routes/returns.js';
import { AgendaQuery, AgendaView } from './agenda.dto.js';
import { AgendaQueries } from './agenda.queries.js';

@ApiTags('Activities')
@Controller('activities')
export class AgendaController {
  constructor(private readonly queries: AgendaQueries) {}

  /**
   * Get your own agenda. Returns open activities assigned to you, and your own activities without an assignee, by days
   * of your time zone.
   */
  @OperationId('getMyAgenda')
  @Get('agenda')
  @Can('activities:read')
  @Returns(AgendaView)
  agenda(@Me() actor: Actor, @Query() query: AgendaQuery): Promise<AgendaView> {
    return this.queries.get(actor, query);
  }
}
