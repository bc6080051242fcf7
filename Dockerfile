# The tool alone on Debian slim: docker build -t mqadmin .
FROM swift:6.2-bookworm AS build
WORKDIR /src
COPY . .
RUN make build && make install DESTDIR=/out

FROM debian:bookworm-slim
COPY --from=build /out/usr/local /usr/local
ENTRYPOINT ["mqadmin"]
