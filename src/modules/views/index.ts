export { SavedView, SavedViewSchema } from './saved-view.entity.js';
export { ViewsModule } from './views.module.js';
