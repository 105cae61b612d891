import { Controller, Delete } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, RequireRecentAuth, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { RecordId } from '../../../kernel/routes/parameters.js';
import { ReturnsNothing } from '../../../kernel/routes/returns.js';
import { TotpResetService } from './totp-reset.service.js';

@ApiTags('Users')
@Controller('users')
export class UserTotpController {
  constructor(private readonly resets: TotpResetService) {}

  /** Remove the second factor of a user. For users who lost their authenticator. */
  @Delete(':id/totp')
  @Can('users:update')
  @RequireRecentAuth()
  @ReturnsNothing()
  resetTotp(@Me() actor: Actor, @RecordId() id: string): Promise<void> {
    return this.resets.reset(actor, id);
  }
}
