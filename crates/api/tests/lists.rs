//! Lists: filters, order, and paging that shows each row once.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

use std::collections::BTreeSet;

use domain::PlatformId;
use serde_json::{Value, json};
use testkit::{TestApp, on_both_databases, smallest_config};

/// The target of a `Link` header's `rel`.
fn link(header: &str, rel: &str) -> Option<String> {
    let mut links = header.split(", ");
    let found = links.find_map(|link| link.strip_suffix(&format!(">; rel=\"{rel}\"")))?;
    found.strip_prefix('<').map(str::to_owned)
}

/// The rows of all pages from `path` on, by following `next`, and the number of pages.
async fn follow(app: &TestApp, path: &str, total: &str) -> (Vec<Value>, usize) {
    let (mut rows, mut pages, mut next) = (Vec::new(), 0, Some(path.to_owned()));
    while let Some(path) = next {
        let answer = app.client.get(&path).await;
        assert_eq!(answer.header("x-total-count"), total, "{path}: {}", answer.text());
        next = link(answer.header("link"), "next");
        let page = answer.expect(200).as_array().unwrap().clone();
        assert!(!page.is_empty(), "{path} is empty");
        rows.extend(page);
        pages += 1;
        assert!(pages < 100, "the links go in circles");
    }
    (rows, pages)
}

fn column<'a>(rows: &'a [Value], field: &str) -> Vec<&'a str> {
    rows.iter().map(|row| row[field].as_str().unwrap()).collect()
}

async fn with_brands(database: testkit::TestDatabase, count: usize) -> TestApp {
    let app = TestApp::on(database).await;
    for index in 0..count {
        // Every name three times, so that pages begin and end among equals.
        let brand = json!({
            "name": format!("Brand {}", index / 3), "internal_code": format!("B{index:03}"), "family_friendly": index % 2 == 0,
        });
        app.client.post("/api/v1/brands", &brand).await.expect(201);
    }
    app
}

on_both_databases! {
    async fn following_the_links_shows_each_row_once(database) {
        let app = with_brands(database, 23).await;
        for query in [
            "limit=5", "limit=5&skip=0", "limit=1&sort=name", "limit=4&sort=-name", "limit=7&sort=name&skip=0",
            "limit=5&sort=updated_at", "limit=5&sort=-created_at", "limit=1000", "",
        ] {
            let (rows, pages) = follow(&app, &format!("/api/v1/brands?{query}"), "23").await;
            let codes = column(&rows, "internal_code");
            assert_eq!((codes.len(), codes.iter().collect::<BTreeSet<_>>().len()), (23, 23), "{query}: {codes:?}");
            if query.starts_with("limit=5") {
                assert_eq!(pages, 5, "{query}");
            }
        }
    }

    async fn both_orders_are_kept_across_pages(database) {
        let app = with_brands(database, 20).await;
        for field in ["name", "internal_code", "created_at"] {
            for (sort, descending) in [(field.to_owned(), false), (format!("-{field}"), true)] {
                let (rows, _) = follow(&app, &format!("/api/v1/brands?limit=3&sort={sort}"), "20").await;
                let found = column(&rows, field);
                let mut sorted = found.clone();
                sorted.sort_unstable();
                if descending {
                    sorted.reverse();
                }
                assert_eq!(found, sorted, "{sort}");
            }
        }
        let (rows, _) = follow(&app, "/api/v1/brands?limit=3", "20").await;
        let mut newest = column(&rows, "id");
        newest.reverse();
        assert!(newest.is_sorted(), "the newest come first");
    }

    async fn rows_made_while_paging_repeat_none(database) {
        let app = with_brands(database, 9).await;
        let first = app.client.get("/api/v1/brands?limit=4").await;
        let next = link(first.header("link"), "next").unwrap();
        let mut seen: Vec<String> = column(first.expect(200).as_array().unwrap(), "internal_code").into_iter().map(str::to_owned).collect();
        app.client.post("/api/v1/brands", &json!({"name": "New", "internal_code": "NEW"})).await.expect(201);
        let (rest, _) = follow(&app, &next, "10").await;
        seen.extend(column(&rest, "internal_code").into_iter().map(str::to_owned));
        let distinct: BTreeSet<&String> = seen.iter().collect();
        assert_eq!((seen.len(), distinct.len()), (9, 9), "{seen:?}");
    }

    async fn links_keep_filter_and_order_and_lead_back(database) {
        let app = with_brands(database, 12).await;
        let path = "/api/v1/brands?family_friendly=true&sort=-internal_code&limit=2";
        let (rows, pages) = follow(&app, path, "6").await;
        assert_eq!((column(&rows, "internal_code"), pages), (vec!["B010", "B008", "B006", "B004", "B002", "B000"], 3));
        let middle = app.client.get("/api/v1/brands?limit=5&skip=5").await;
        assert_eq!(link(middle.header("link"), "prev").as_deref(), Some("/api/v1/brands?limit=5&skip=0"));
        assert_eq!(link(middle.header("link"), "next").as_deref(), Some("/api/v1/brands?limit=5&skip=10"));
        assert_eq!(app.client.get("/api/v1/brands?skip=100").await.expect(200), json!([]));
    }

    async fn filters_of_every_list(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let moana = app.draft(&catalog, PlatformId::Meta, "Moana", smallest_config(PlatformId::Meta)).await;
        let frozen = app.ready_ticket(&catalog, PlatformId::Tiktok, "Frozen 100%_done").await;
        let task = app.deploy(frozen.id).await;
        let (market, brand) = (catalog.market.id, catalog.brand.id);
        for (query, count) in [
            ("markets?code=US".to_owned(), 1), ("markets?code=FR".into(), 0), ("markets?region=NA&country_code=US".into(), 1),
            ("brands?family_friendly=false".into(), 1), ("brands?family_friendly=true".into(), 0), ("brands?name=Disney".into(), 1),
            ("channels?platform_name=Meta".into(), 1), ("channels?api_identifier=tiktok".into(), 1), ("channels".into(), 2),
            ("markets?search=u".into(), 1), ("markets?search=TED%20st".into(), 1), ("markets?search=NA".into(), 0), ("brands?search=dis".into(), 1),
            ("brands?search=NEY".into(), 1), ("brands?search=%25".into(), 0), ("channels?search=tok".into(), 1), ("channels?search=t".into(), 2),
            ("events?search=market".into(), 1), ("events?search=MARKETS/&type=brand.created".into(), 0), ("events?type=channel.created".into(), 2),
            (format!("campaigns?brand_id={brand}"), 2), (format!("campaigns?market_id={brand}"), 0),
            ("campaigns?status=DRAFT&search=moa".into(), 1), ("campaigns?status=ACTIVE".into(), 0),
            ("campaigns?search=%25".into(), 0), ("campaigns?search=0_d".into(), 0), ("campaigns?name=DIS_US_MULTI_2026_Moana".into(), 1),
            (format!("tickets?campaign_id={}", moana.campaign_id), 1), (format!("tickets?channel_id={}", catalog.tiktok.id), 1),
            (format!("tickets?brand_id={brand}&market_id={market}"), 2), ("tickets?status=DRAFT".into(), 1),
            ("tickets?status=DRAFT,READY_FOR_API".into(), 2), ("tickets?request_type=PAUSE".into(), 0), ("tickets?search=frozen".into(), 1),
            ("tickets?name=DIS_US_META_2026_Moana".into(), 1), ("tickets?external_platform_id=1".into(), 0),
            ("deployments?status=PENDING".into(), 1), ("deployments?status=SUCCESS,FAILURE".into(), 0), ("deployments?platform=TikTok".into(), 1),
            ("deployments?platform=meta".into(), 0), (format!("deployments?ticket_id={}", frozen.id), 1),
            ("deployments?account=7000000000000000001".into(), 1), ("deployments?account=1".into(), 0),
            (format!("deployments?brand_id={brand}"), 1), (format!("deployments?brand_id={market}"), 0),
            (format!("deployments?market_id={market}&status=PENDING"), 1), (format!("deployments?market_id={market}&status=SUCCESS"), 0),
            (format!("deployments?channel_id={}", catalog.tiktok.id), 1), (format!("deployments?channel_id={}", catalog.meta.id), 0),
            ("deployments?search=FROZEN".into(), 1), ("deployments?search=moana".into(), 0), ("deployments?search=ro".into(), 1),
            (format!("deployments?search=frozen&brand_id={brand}&sort=-updated_at"), 1),
        ] {
            let answer = app.client.get(&format!("/api/v1/{query}")).await;
            assert_eq!(answer.header("x-total-count"), count.to_string(), "{query}: {}", answer.text());
            assert_eq!(answer.expect(200).as_array().unwrap().len(), count, "{query}");
        }
        let listed = app.client.get("/api/v1/deployments").await.expect(200);
        let one = app.client.get(&format!("/api/v1/deployments/{task}")).await.expect(200);
        assert_eq!((&listed[0]["ticket_name"], &one["ticket_name"]), (&json!(frozen.name), &json!(frozen.name)));
        let events = app.client.get(&format!("/api/v1/events?subject=deployments/{task}")).await.expect(200);
        assert_eq!(events.as_array().unwrap().len(), 1, "{events}");
    }

    async fn the_audit_trail_goes_back_to_the_beginning(database) {
        let app = with_brands(database, 7).await;
        let (mut seqs, mut next) = (Vec::new(), Some("/api/v1/events?type=brand.created&limit=3".to_owned()));
        while let Some(path) = next {
            let answer = app.client.get(&path).await;
            next = link(answer.header("link"), "next");
            seqs.extend(answer.expect(200).as_array().unwrap().iter().map(|event| event["seq"].as_i64().unwrap()));
        }
        assert_eq!(seqs.len(), 7);
        let later = app.client.get(&format!("/api/v1/events?type=brand.created&limit=3&before={}", seqs[4])).await;
        assert_eq!(later.header("x-total-count"), "7", "of all that match the filters");
        assert!(seqs.is_sorted_by(|one, two| one > two), "{seqs:?}");
    }
}
