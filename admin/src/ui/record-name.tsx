import { useGetManyAggregate } from 'react-admin';
import { useAccess } from '../api/access';
import type { RecordData } from '../data/calls';
import { pathOf } from '../metadata/references';
import { UserText } from './text';

interface Properties {
  readonly resource: string;
  readonly id: string;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** The name of a record by its id, with a link to its page. The id stands for a record that cannot be read. */
export function RecordName({ resource, id }: Properties) {
  const { can } = useAccess();
  const { data } = useGetManyAggregate<RecordData>(
    resource,
    { ids: [id] },
    { enabled: can(resource, 'read'), retry: false },
  );
  const record = data?.[0];
  const name = textOf(record?.['name']) ?? textOf(record?.['title']) ?? textOf(record?.['subject']);
  const path = record && (resource === 'users' ? `/settings/users/${id}` : pathOf(resource, id));
  return <UserText {...(path && { to: path })}>{name ?? textOf(record?.['email']) ?? id}</UserText>;
}
