//! Data that the database always refuses to store: the deployment ends with that reason, and nothing is created twice.

use domain::{PlatformId, TicketStatus, deployment::DeploymentStatus};
use store::Store;
use testkit::{TestApp, on_both_databases, tester};

/// The database takes no exchange with a platform, or takes them again.
async fn refuse_attempts(store: &Store, refuses: bool) {
    let sql = match (store.is_sqlite(), refuses) {
        (true, true) => "CREATE TRIGGER refused BEFORE INSERT ON attempts BEGIN SELECT RAISE(ABORT, 'refused'); END",
        (true, false) => "DROP TRIGGER refused",
        (false, true) => "ALTER TABLE attempts ADD CONSTRAINT refused CHECK (outcome = 'nothing') NOT VALID",
        (false, false) => "ALTER TABLE attempts DROP CONSTRAINT refused",
    };
    store.execute_for_tests(sql).await.unwrap();
}

on_both_databases! {
    async fn a_refusal_of_the_database_that_repeats_ends_the_deployment_with_its_reason(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let ticket = app.ready_ticket(&catalog, PlatformId::Meta, "Moana").await;
        refuse_attempts(app.app.store(), true).await;
        let id = app.deploy(ticket.id).await;
        let took = app.settle().await;
        let story = app.story(id).await;
        assert_eq!(story.deployment.status, DeploymentStatus::Failure);
        assert_eq!(story.ticket.state.status(), TicketStatus::Failed);
        let reason = story.ticket.state.reason().unwrap().to_owned();
        assert!(reason.contains("could not write down"), "{reason}");
        assert!(!reason.contains("Meta refused"), "a fault of ours is not the platform's: {reason}");
        let policy = &app.app.engine().retry;
        assert_eq!(story.deployment.attempt, policy.max_retries + 1, "each try uses up a retry");
        assert!(took >= policy.settle * 5, "it tries less and less often: {took:?}");
        assert_eq!(app.object_names(), [ticket.name.as_str()], "created once, and looked up since");

        refuse_attempts(app.app.store(), false).await;
        app.app.run_qa(&tester(), ticket.id).await.unwrap();
        let again = app.deploy(ticket.id).await;
        app.settle().await;
        assert_eq!(app.story(again).await.deployment.status, DeploymentStatus::Success);
        assert_eq!(app.object_names(), [ticket.name.as_str()]);
    }

    async fn an_outcome_that_nobody_can_store_is_never_sent_twice_by_several_workers(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let ticket = app.ready_ticket(&catalog, PlatformId::Tiktok, "Moana").await;
        refuse_attempts(app.app.store(), true).await;
        let id = app.deploy(ticket.id).await;
        let drives = (0..4).map(|_| { let app = app.app.clone(); tokio::spawn(async move { app.drive(id).await }) });
        for drive in drives.collect::<Vec<_>>() {
            drive.await.unwrap().unwrap();
        }
        app.settle().await;
        assert_eq!(app.object_names(), [ticket.name.as_str()]);
        assert_eq!(app.story(id).await.deployment.status, DeploymentStatus::Failure);
    }
}
