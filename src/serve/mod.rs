//! Stage 8: the store offered over HTTP: read-only SPARQL, and the entities as a reconciliation service, as `OpenRefine` asks one.

mod form;
mod names;
mod page;
mod reconcile;
mod reply;
mod route;
mod search;
mod sparql;

pub use names::Names;
pub use reply::Reply;
pub use route::{Asked, Site};
pub use sparql::Bounds;

use oxhttp::Server;
use oxhttp::model::{Body, Request, Response};
use std::io::{self, Read};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

/// No request is longer.
const LONGEST: u64 = 16 << 20;
/// So many requests are answered at the same time.
const AT_ONCE: usize = 32;
/// How long a client may be silent.
const SILENCE: Duration = Duration::from_secs(60);

/// Answers requests at an address until the process ends. With `cors`, web pages of other sites may ask too.
///
/// # Errors
/// If the address cannot be used.
pub fn serve(site: Site, address: SocketAddr, cors: bool) -> io::Result<()> {
    let site = Arc::new(site);
    let server = Server::new(move |request| respond(&site, request, cors)).bind(address);
    server.with_global_timeout(SILENCE).with_max_concurrent_connections(AT_ONCE).spawn()?.join()
}

fn respond(site: &Site, request: &mut Request<Body>, cors: bool) -> Response<Body> {
    let mut body = Vec::new();
    let reply = match request.body_mut().take(LONGEST + 1).read_to_end(&mut body) {
        Ok(length) if length as u64 > LONGEST => Reply::error(413, "the request is too long"),
        Ok(_) => site.answer(&asked(request, body)),
        Err(error) => Reply::error(400, &format!("the request broke off: {error}")),
    };
    let mut response =
        Response::builder().status(reply.status).header("Content-Type", reply.media_type).header("X-Content-Type-Options", "nosniff");
    if cors {
        response = response.header("Access-Control-Allow-Origin", "*").header("Access-Control-Allow-Headers", "Content-Type");
    }
    response.body(Body::from(reply.body)).unwrap_or_else(|_| Response::new(Body::empty()))
}

fn asked(request: &Request<Body>, body: Vec<u8>) -> Asked {
    let header = |name| request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    Asked {
        method: request.method().as_str().to_owned(),
        path: request.uri().path().to_owned(),
        parameters: request.uri().query().unwrap_or_default().to_owned(),
        host: header("host"),
        content_type: header("content-type"),
        accept: header("accept"),
        body,
    }
}
