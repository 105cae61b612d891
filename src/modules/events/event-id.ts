import { Param, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { BadRequestError } from '../../kernel/errors.js';

const FORM = /^evt_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/;

/** Converts a public event id (`evt_…`) to the UUID of the row. */
const toUuid: PipeTransform<string, string> = {
  transform(value) {
    const parts = FORM.exec(value)?.slice(1);
    if (parts) return parts.join('-');
    throw new BadRequestError('invalid-parameter', 'The id in the path is not the id of an event.', {
      errors: [{ parameter: 'id', code: 'event-id', detail: 'id must be evt_ and 32 hexadecimal digits' }],
    });
  },
};

/** Path parameter `{id}` of an event, as the UUID of the row. */
export const EventId = (): ParameterDecorator => (target, key, index) => {
  Param('id', toUuid)(target, key, index);
  const method = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
  if (key !== undefined && method)
    ApiParam({
      name: 'id',
      schema: { type: 'string', pattern: '^evt_[0-9a-f]{32}$' },
      description: 'Id of the event',
      example: 'evt_0193a1c27b1e7c3d9a512f6f1f0e4b7a',
    })(target, key, method);
};
