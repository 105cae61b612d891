import { SetMetadata } from '@nestjs/common';

export const BODY_EXAMPLE = 'kontor:body-example';

/** Sets the example of one route for a body class that several record types share, such as `SearchRequest`. */
export const BodyExample = (example: object) => SetMetadata(BODY_EXAMPLE, example);
