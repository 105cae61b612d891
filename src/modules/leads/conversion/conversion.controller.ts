import { Body, Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { IfMatch, RecordId } from '../../../kernel/parameters.js';
import { Returns } from '../../../kernel/returns.js';
import { LeadView } from '../leads.dto.js';
import { LeadConversion, LeadConversionView } from './conversion.dto.js';
import { ConversionService } from './conversion.service.js';
import { UnconversionService } from './unconversion.service.js';

@ApiTags('Leads')
@Controller('leads')
export class ConversionController {
  constructor(
    private readonly conversion: ConversionService,
    private readonly unconversion: UnconversionService,
  ) {}

  /** Makes a company, a contact and a deal of a lead, or joins it to ones that are there, all or nothing. Of those only empty fields are filled. The lead cannot be changed afterwards; a second try is refused with the ids. Making and changing the others needs their own permissions. */
  @Post(':id/convert')
  @Can('leads:update')
  @Returns(LeadConversionView)
  @ApiResponse({
    status: HttpStatus.CONFLICT,
    description:
      'The lead was converted already (`lead-converted`), or what it would become may be there already (`conversion-duplicates`).',
  })
  convert(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: LeadConversion,
    @IfMatch() version?: number,
  ): Promise<LeadConversionView> {
    return this.conversion.convert(actor, id, body, version);
  }

  /** Takes a conversion back: what it made is removed for good, what it filled is emptied, activities get their links back. Refused once something came of it (`conversion-changed`, with what). */
  @Post(':id/unconvert')
  @Can('leads:update')
  @Returns(LeadView)
  @ApiResponse({
    status: HttpStatus.CONFLICT,
    description:
      'The lead is not converted (`lead-not-converted`), or something came of the conversion since (`conversion-changed`).',
  })
  unconvert(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<LeadView> {
    return this.unconversion.unconvert(actor, id, version);
  }
}
