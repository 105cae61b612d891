import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { invalidAt } from '../../kernel/errors.js';
import { Reader } from '../../platform/database/index.js';

/** What other modules ask about users. */
@Injectable()
export class Users {
  constructor(private readonly reader: Reader) {}

  /** Refuses an owner or assignee who does not exist or has left. In a unit of work nobody can leave until it ends. */
  async requireActive(userId: string, pointer: string): Promise<void> {
    const user = await this.reader.row(sql`select 1 from users where id = ${userId}::uuid and is_active and deleted_at is null for share`);
    if (!user) throw invalidAt(pointer, 'unknown-user', 'there is no active user with this id');
  }
}
