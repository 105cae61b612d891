import { Body, Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { IfMatch, RecordId } from '../../../kernel/routes/parameters.js';
import { Returns } from '../../../kernel/routes/returns.js';
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

  /**
   * Convert a lead. Creates a company, a contact and a deal from the lead, or links existing records, in one
   * transaction. Only empty fields of existing records are filled. A converted lead cannot be changed or converted
   * again. Creating or changing the other records also needs their own permissions.
   */
  @Post(':id/convert')
  @Can('leads:update')
  @Returns(LeadConversionView)
  @ApiResponse({
    status: HttpStatus.CONFLICT,
    description:
      'The lead is already converted (`lead-converted`), or possible duplicates exist (`conversion-duplicates`)',
  })
  convert(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: LeadConversion,
    @IfMatch() version?: number,
  ): Promise<LeadConversionView> {
    return this.conversion.convert(actor, id, body, version);
  }

  /**
   * Undo the conversion of a lead. Deletes the created records permanently, clears the filled fields, and links the
   * activities to the lead again. Rejected with `conversion-changed` if the records were changed or used since.
   */
  @Post(':id/unconvert')
  @Can('leads:update')
  @Returns(LeadView)
  @ApiResponse({
    status: HttpStatus.CONFLICT,
    description:
      'The lead is not converted (`lead-not-converted`), or the records have changed since (`conversion-changed`)',
  })
  unconvert(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<LeadView> {
    return this.unconversion.unconvert(actor, id, version);
  }
}
