import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { notFound } from '../../../kernel/errors.js';
import type { Page } from '../../../kernel/page.js';
import { QueryRunner } from '../../../platform/database/index.js';
import { parseSort, RecordLists, simpleFilter, type RecordSource } from '../../../platform/query/index.js';
import type { NotificationChannelQuery, NotificationChannelView } from './channels.dto.js';
import { channelColumns, channelFields } from './channels.fields.js';

const source: RecordSource = {
  resource: 'notification-channels',
  from: sql`notification_channels c`,
  id: sql.ref('c.id'),
  fields: channelFields,
  columns: channelColumns,
  live: sql`c.deleted_at is null`,
  deleted: sql`c.deleted_at is not null`,
};
const columns = sql.join(Object.entries(channelColumns).map(([name, column]) => sql`${column} as ${sql.id(name)}`));

/** Reads channels without visibility rules: `notification-channels:read` gives access to all channels. */
@Injectable()
export class ChannelsQueries {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly lists: RecordLists,
  ) {}

  list({
    limit = 25,
    cursor,
    count = 'none',
    sort,
    deleted,
    ...filters
  }: NotificationChannelQuery): Promise<Page<NotificationChannelView>> {
    const filter = simpleFilter({ ...filters }, channelFields);
    return this.lists.page<NotificationChannelView>(source, {
      where: [],
      limit,
      count,
      sort: parseSort(sort, channelFields, ['-createdAt']),
      context: { userId: '', now: new Date() },
      ...(deleted && { deletedOnly: true }),
      ...(cursor && { cursor }),
      ...(filter && { filter }),
    });
  }

  async get(
    id: string,
    { deleted = 'no' }: { readonly deleted?: 'no' | 'any' } = {},
  ): Promise<NotificationChannelView> {
    const active = deleted === 'no' ? sql` and c.deleted_at is null` : sql``;
    const channel = await this.queryRunner.row<NotificationChannelView>(
      sql`select ${columns} from notification_channels c where c.id = ${id}${active}`,
    );
    if (!channel) throw notFound('notification-channel');
    return channel;
  }
}
