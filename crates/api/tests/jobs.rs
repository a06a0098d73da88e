//! Bulk work over HTTP: answered within the time-out for any amount, with its progress and its items.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

use std::{collections::HashSet, net::SocketAddr, time::Duration};

use app::NewTicket;
use domain::{PlatformId, RequestType, TicketId};
use serde_json::{Value, json};
use testkit::{TestApp, TestClient, on_both_databases, smallest_config, tester};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

const NOBODY: &str = "0198c0de-0000-7000-8000-00000000dead";

/// `count` tickets of one campaign that have passed QA.
async fn ready(app: &TestApp, count: usize) -> Vec<TicketId> {
    let catalog = app.catalog().await;
    let first = app.ready_ticket(&catalog, PlatformId::Meta, "Moana").await;
    let mut ids = vec![first.id];
    for number in 1..count {
        let ticket = NewTicket {
            campaign_id: first.campaign_id,
            channel_id: first.channel_id,
            request_type: RequestType::CreateCampaign,
            payload_config: smallest_config(PlatformId::Meta),
            variant: Some(format!("V{number}")),
        };
        let ticket = app.app.create_ticket(&tester(), ticket).await.unwrap();
        app.app.run_qa(&tester(), ticket.id).await.unwrap();
        ids.push(ticket.id);
    }
    ids
}

/// Serves the application on a socket, with this time-out of requests.
async fn served(app: &TestApp, request_timeout: Duration) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let client = TestClient::with(&app.app, api::Options { request_timeout, ..api::Options::default() });
    tokio::spawn(async move {
        let router = client.router();
        let served = api::serve(listener, router, api::Limits::default(), std::future::pending()).await;
        drop(client);
        served
    });
    address
}

/// Sends one request over the socket. Returns status, head and body.
async fn post(address: SocketAddr, path: &str, body: &Value) -> (u16, String, Value) {
    let body = body.to_string();
    let mut stream = TcpStream::connect(address).await.unwrap();
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: {address}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    stream.write_all(body.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    let text = String::from_utf8(answer).unwrap();
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    (head.split(' ').nth(1).unwrap().parse().unwrap(), head.to_owned(), serde_json::from_str(body).unwrap())
}

on_both_databases! {
    async fn seven_hundred_tickets_are_answered_for_within_a_second(database) {
        let app = TestApp::on(database).await;
        let ids = ready(&app, 700).await;
        let address = served(&app, Duration::from_secs(1)).await;
        let (status, head, answers) = post(address, "/api/v1/deploy/bulk", &json!({"ticket_ids": ids})).await;
        assert_eq!(status, 202, "{answers}");
        let answers = answers.as_array().unwrap();
        let told: Vec<&str> = answers.iter().map(|one| one["ticket_id"].as_str().unwrap()).collect();
        assert_eq!(told, ids.iter().map(ToString::to_string).collect::<Vec<_>>(), "one answer for each, in order");
        let job = answers[0]["job_id"].as_str().unwrap().to_owned();
        assert!(head.to_lowercase().contains(&format!("location: /api/v1/jobs/{job}")), "{head}");
        let words: HashSet<&str> = answers.iter().map(|one| one["status"].as_str().unwrap()).collect();
        assert!(words.is_subset(&HashSet::from(["queued", "waiting"])), "{words:?}");

        let ended = loop {
            // The request that was answered may still be at its last item, and has the job until then.
            app.work_on_jobs().await;
            let told = app.client.get(&format!("/api/v1/jobs/{job}")).await.expect(200);
            if told["status"] != "running" {
                break told;
            }
            tokio::task::yield_now().await;
        };
        assert_eq!((&ended["status"], &ended["accepted"], &ended["refused"]), (&json!("done"), &json!(700), &json!(0)));
        let deployments = app.client.get("/api/v1/deployments?limit=1").await;
        assert_eq!(deployments.header("x-total-count"), "700", "each ticket once");
    }

    async fn jobs_are_listed_shown_and_stopped(database) {
        let app = TestApp::on(database).await;
        let ids = ready(&app, 3).await;
        let patient = app.client.post("/api/v1/deploy/bulk", &json!({"ticket_ids": [ids[0], NOBODY]})).await;
        let location = patient.header("location").to_owned();
        let first = app.client.get(&location).await.expect(200);
        assert_eq!((&first["kind"], &first["status"], &first["total"], &first["done"]), (&json!("deploy"), &json!("done"), &json!(2), &json!(2)));
        let items = app.client.get(&format!("{location}/items?limit=1")).await;
        assert_eq!(items.header("x-total-count"), "2");
        assert!(items.header("link").contains("rel=\"next\""));
        let item = items.expect(200)[0].clone();
        assert_eq!((&item["ticket_id"], &item["state"]), (&json!(ids[0]), &json!("accepted")));
        assert!(item["ticket_name"].as_str().unwrap().starts_with("DIS_US_META"), "{item}");
        let refused = app.client.get(&format!("{location}/items?state=refused,stopped")).await.expect(200);
        assert_eq!((&refused[0]["ticket_id"], &refused[0]["code"]), (&json!(NOBODY), &json!(404)));
        assert_eq!(refused.as_array().unwrap().len(), 1);
        app.client.post(&format!("{location}/stop"), &json!({})).await.expect_problem(409);

        let job = app.app.start_job(&tester(), domain::job::JobKind::Deploy, &ids[1..], Duration::ZERO).await.unwrap().job;
        let running = app.client.get("/api/v1/jobs?status=running").await.expect(200);
        assert_eq!((running.as_array().unwrap().len(), &running[0]["id"]), (1, &json!(job.id)));
        let stopped = app.client.post(&format!("/api/v1/jobs/{}/stop", job.id), &json!({})).await.expect(200);
        assert_eq!((&stopped["status"], &stopped["stopped"]), (&json!("stopped"), &json!(2)));
        let all = app.client.get("/api/v1/jobs").await;
        assert_eq!(all.header("x-total-count"), "2");
        assert_eq!(all.expect(200)[0]["id"], json!(job.id), "the newest first");
        for wrong in ["jobs?status=DONE", "jobs?kind=all", &format!("jobs/{}/items?state=done", job.id), &format!("jobs/{}/items?sort=state", job.id)] {
            app.client.get(&format!("/api/v1/{wrong}")).await.expect_problem(422);
        }
        for nobody in [format!("jobs/{NOBODY}"), format!("jobs/{NOBODY}/items")] {
            app.client.get(&format!("/api/v1/{nobody}")).await.expect_problem(404);
        }
        app.client.post(&format!("/api/v1/jobs/{NOBODY}/stop"), &json!({})).await.expect_problem(404);
        app.run_due_work().await;
    }
}
