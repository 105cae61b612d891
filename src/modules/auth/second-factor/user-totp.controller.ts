import { Controller, Delete } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, FreshPassword, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { RecordId } from '../../../kernel/parameters.js';
import { ReturnsNothing } from '../../../kernel/returns.js';
import { TotpResetService } from './totp-reset.service.js';

@ApiTags('Auth')
@Controller('users')
export class UserTotpController {
  constructor(private readonly resets: TotpResetService) {}

  /** Removes the second factor of somebody who has lost it. */
  @Delete(':id/totp')
  @Can('users:update')
  @FreshPassword()
  @ReturnsNothing()
  resetUserTotp(@Me() actor: Actor, @RecordId() id: string): Promise<void> {
    return this.resets.reset(actor, id);
  }
}
