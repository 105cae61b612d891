import { Module } from '@nestjs/common';
import { LeadsModule } from '../leads/index.js';
import { SettingsModule } from '../settings/index.js';
import { LeadIntakeController } from './lead-intake.controller.js';
import { LeadIntakeService } from './lead-intake.service.js';
import { LeadModel } from './model/lead-model.js';

@Module({
  imports: [LeadsModule, SettingsModule],
  controllers: [LeadIntakeController],
  providers: [LeadIntakeService, LeadModel],
})
export class LeadIntakeModule {}
