//! A locked table: requests that need it wait, and readiness reports it.

use testkit::{TestApp, TestDatabase, store::Connection};

#[tokio::test(flavor = "multi_thread")]
async fn readiness_tells_a_held_table_from_a_database_that_is_down() {
    let database = TestDatabase::postgres().await;
    let holder = database.store.begin().await.unwrap();
    let app = TestApp::on(database).await;
    let hold = "LOCK TABLE markets IN ACCESS EXCLUSIVE MODE";
    Connection::execute_unprepared(holder.connection(), hold).await.unwrap();

    // More readers than there are connections.
    let readers: Vec<_> = (0..32)
        .map(|_| {
            let client = app.client.clone();
            tokio::spawn(async move { client.get("/api/v1/markets").await.status.as_u16() })
        })
        .collect();
    let busy = loop {
        let ready = app.client.get("/health/ready").await.expect(200);
        if ready["status"] == "degraded" {
            break ready;
        }
    };
    assert_eq!(busy["database"]["status"], "degraded");
    assert!(busy["database"]["detail"].as_str().unwrap().contains("every connection"), "{busy}");
    drop(holder);
    for reader in readers {
        let status = reader.await.unwrap();
        assert!(status == 200 || status == 503, "{status}");
    }
    app.client.get("/health/ready").await.expect(200);
}
