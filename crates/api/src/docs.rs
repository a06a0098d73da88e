//! The OpenAPI document, and the interactive docs from the binary.

use std::sync::Arc;

use axum::{
    Router,
    http::{HeaderMap, HeaderValue, header},
    middleware::map_response,
    response::Response,
    routing::get,
};
use utoipa::{
    Modify, OpenApi,
    openapi::{
        ContactBuilder, HeaderBuilder, InfoBuilder, LicenseBuilder, ObjectBuilder, PathItem, RefOr, Type,
        path::Operation,
    },
};
use utoipa_axum::router::OpenApiRouter;
use utoipa_swagger_ui::SwaggerUi;

use crate::{constant::Constant, problem::ProblemDocument, routes, state::ApiState};

#[derive(OpenApi)]
#[openapi(
    components(schemas(ProblemDocument)),
    modifiers(&Information),
    tags(
        (name = "markets", description = "The markets of campaigns."),
        (name = "brands", description = "The brands of campaigns."),
        (name = "channels", description = "The channels of tickets."),
        (name = "campaigns", description = "A planner's campaigns."),
        (name = "tickets", description = "One request to one platform: edit, QA, preview."),
        (name = "deploy", description = "Deploying tickets to their platforms, each object once."),
        (name = "jobs", description = "Bulk work: progress, the result of each item, and stopping."),
        (name = "operate", description = "Counts, workers, and parked and paused accounts: for operators."),
        (name = "taxonomy", description = "Names: previews and checks."),
        (name = "platforms", description = "The inputs of each platform."),
        (name = "qa", description = "The rules of the house."),
        (name = "events", description = "The audit trail. Live at `GET /api/v1/ws?after=<seq>` (WebSocket, `CloudEvents` JSON)."),
    )
)]
struct Document;

struct Information;

impl Modify for Information {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        document.info = InfoBuilder::new()
            .title("OmniTraffick")
            .version(env!("CARGO_PKG_VERSION"))
            .description(Some(
                "The control plane between media planners and ad platforms: governed names, pre-flight QA, payloads, and \
                 deployments that create each object exactly once. Every error is a problem document (RFC 9457).",
            ))
            .contact(Some(ContactBuilder::new().name(Some("The OmniTraffick developers")).build()))
            .license(Some(LicenseBuilder::new().name("Apache-2.0").identifier(Some("Apache-2.0")).build()))
            .build();
    }
}

/// The router of `/api/v1` and the whole document.
pub(crate) fn split(v1: OpenApiRouter<ApiState>) -> (Router<ApiState>, utoipa::openapi::OpenApi) {
    let (router, paths) = v1.split_for_parts();
    let mut document = Document::openapi().nest("/api/v1", paths);
    document.paths.paths.values_mut().for_each(name_operations);
    document.paths.paths.values_mut().filter_map(|path| path.get.as_mut()).for_each(tell_of_headers);
    (router, document)
}

/// Operations are named after their handlers, which are `list` or `get` in every module: the tag distinguishes them.
fn name_operations(path: &mut PathItem) {
    let operations = [&mut path.get, &mut path.post, &mut path.put, &mut path.delete];
    for operation in operations.into_iter().flatten() {
        if let (Some(handler), Some([tag])) = (&operation.operation_id, operation.tags.as_deref()) {
            operation.operation_id = Some(format!("{tag}_{handler}"));
        }
    }
}

/// The headers of lists: of operations that have a cursor or continue by `before`.
fn tell_of_headers(operation: &mut Operation) {
    let is_list =
        operation.parameters.iter().flatten().any(|parameter| ["cursor", "before"].contains(&parameter.name.as_str()));
    let Some(RefOr::T(listing)) = operation.responses.responses.get_mut("200").filter(|_| is_list) else { return };
    let header = |kind: Type, description: &str| {
        HeaderBuilder::new()
            .schema(ObjectBuilder::new().schema_type(kind).build())
            .description(Some(description))
            .build()
    };
    listing.headers.insert("X-Total-Count".into(), header(Type::Integer, TOTAL));
    listing.headers.insert("Link".into(), header(Type::String, LINK));
}

const TOTAL: &str = "The number of rows that match the filters. Exact: up to 10,000 as of now, above that as of some seconds \
    ago: a larger total is counted again in the background, at most every 10 seconds, when the list is requested, and is \
    never older than a minute.";
const LINK: &str = "The neighbouring pages (RFC 8288): `next` if there is more, `first`, and `prev` if pages are requested by \
    `skip`.";

/// The OpenAPI 3.1 document of the API.
pub fn openapi() -> utoipa::openapi::OpenApi {
    split(routes::v1()).1
}

/// `/openapi.json`, written once, and `/docs`, whose files are in the binary.
pub(crate) fn router(document: &utoipa::openapi::OpenApi) -> Router<ApiState> {
    let ui: Router<ApiState> =
        SwaggerUi::new("/docs").config(utoipa_swagger_ui::Config::from("/openapi.json").validator_url("none")).into();
    let document = Arc::new(Constant::of_document(document));
    let document = get(move |headers: HeaderMap| async move { document.answer(&headers).await });
    Router::new().route("/openapi.json", document).merge(ui.layer(map_response(with_policy)))
}

/// The rights of the docs' pages: run their own scripts and call our API; they cannot be framed.
const POLICY: &str = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
    font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

async fn with_policy(mut response: Response) -> Response {
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    response
}
