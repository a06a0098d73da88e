//! The measured binary, on a free port and with a directory of its own.

use std::{
    net::{SocketAddr, TcpListener},
    path::Path,
    process::Stdio,
    time::{Duration, Instant},
};

use tokio::{
    net::TcpStream,
    process::{Child, Command},
};

use crate::http::Connection;

/// A running server.
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    pub(crate) started_in: Duration,
    child: Child,
}

impl Server {
    /// Launches everything in one process.
    pub(crate) async fn launch(binary: &str, directory: &Path, environment: &[(String, String)]) -> Self {
        let (address, sandbox) = (free_address(), free_address());
        let mut command = Command::new(binary);
        command
            .args(["up", "--listen", &address.to_string(), "--sandbox-listen", &sandbox.to_string(), "--data-dir"])
            .arg(directory.join("data"))
            .envs(environment.iter().cloned());
        Self::spawn(command, directory, address).await
    }

    /// Launches the API alone, on an existing database.
    pub(crate) async fn serve(binary: &str, directory: &Path, database: &str) -> Self {
        let address = free_address();
        let mut command = Command::new(binary);
        command.args(["serve", "--listen", &address.to_string()]).env("DATABASE_URL", database).current_dir(directory);
        Self::spawn(command, directory, address).await
    }

    async fn spawn(mut command: Command, directory: &Path, address: SocketAddr) -> Self {
        let log = std::fs::File::create(directory.join("server.log")).unwrap();
        let began = Instant::now();
        let child = command
            .stdin(Stdio::null())
            .stdout(log.try_clone().unwrap())
            .stderr(log)
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        loop {
            assert!(began.elapsed() < Duration::from_secs(30), "the server is not healthy; see its log");
            if TcpStream::connect(address).await.is_ok()
                && Connection::open(address).await.request("GET", "/health", None).await.status == 200
            {
                return Self { address, started_in: began.elapsed(), child };
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }

    /// Returns `VmRSS` of the process.
    pub(crate) fn resident_mb(&self) -> f64 {
        self.memory_mb("VmRSS:")
    }

    /// Returns the largest `VmRSS` so far.
    pub(crate) fn peak_mb(&self) -> f64 {
        self.memory_mb("VmHWM:")
    }

    fn memory_mb(&self, name: &str) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id().unwrap())).unwrap();
        let line = status.lines().find(|line| line.starts_with(name)).unwrap();
        line.split_whitespace().nth(1).unwrap().parse::<f64>().unwrap() / 1024.0
    }

    pub(crate) async fn stop(mut self) {
        self.child.kill().await.unwrap();
    }
}

fn free_address() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap()
}
