import { Module } from '@nestjs/common';
import { PublishedDocument } from '../../openapi/index.js';
import { CustomDocumentController } from './custom-document.controller.js';
import { MetaController } from './meta.controller.js';
import { MetaQueries } from './meta.queries.js';

@Module({ controllers: [MetaController, CustomDocumentController], providers: [MetaQueries, PublishedDocument] })
export class MetaModule {}
