//! The OpenAPI document, and the interactive docs from the binary.

use axum::{Json, Router, routing::get};
use utoipa::{
    Modify, OpenApi,
    openapi::{ContactBuilder, InfoBuilder, LicenseBuilder, PathItem},
};
use utoipa_axum::router::OpenApiRouter;
use utoipa_swagger_ui::SwaggerUi;

use crate::{problem::ProblemDocument, routes, state::ApiState};

#[derive(OpenApi)]
#[openapi(
    components(schemas(ProblemDocument)),
    modifiers(&Information),
    tags(
        (name = "markets", description = "Where campaigns run."),
        (name = "brands", description = "Whose campaigns they are."),
        (name = "channels", description = "Where tickets go."),
        (name = "campaigns", description = "What a planner describes once."),
        (name = "tickets", description = "One request to one platform: edit, QA, preview."),
        (name = "deploy", description = "Carrying tickets to their platforms, each object once."),
        (name = "operate", description = "How it goes, who is at work, and what is held back: for those who run it."),
        (name = "taxonomy", description = "Names: what one would be, and whether others are right."),
        (name = "platforms", description = "What each platform takes."),
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
    (router, document)
}

/// Operations are called after their handlers, which say `list` or `get` in every module: the tag tells them apart.
fn name_operations(path: &mut PathItem) {
    let operations = [&mut path.get, &mut path.post, &mut path.put, &mut path.delete];
    for operation in operations.into_iter().flatten() {
        if let (Some(handler), Some([tag])) = (&operation.operation_id, operation.tags.as_deref()) {
            operation.operation_id = Some(format!("{tag}_{handler}"));
        }
    }
}

/// The OpenAPI 3.1 document of the API.
pub fn openapi() -> utoipa::openapi::OpenApi {
    split(routes::v1()).1
}

/// `/openapi.json` and `/docs`; the files of the latter are in the binary.
pub(crate) fn router(document: utoipa::openapi::OpenApi) -> Router<ApiState> {
    let ui: Router<ApiState> =
        SwaggerUi::new("/docs").config(utoipa_swagger_ui::Config::from("/openapi.json").validator_url("none")).into();
    Router::new().route("/openapi.json", get(move || std::future::ready(Json(document.clone())))).merge(ui)
}
