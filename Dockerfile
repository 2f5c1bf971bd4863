FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# The sources are not here yet, so the build that `prepare` runs has to wait.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:22-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/package.json /app/LICENSE ./
COPY --from=build /app/web ./web
COPY --from=build /app/samples ./samples
# A named volume takes the owner of the folder it is laid over.
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8420
CMD ["node", "dist/cli/main.js", "start", "--host", "0.0.0.0", "--data", "/data"]
