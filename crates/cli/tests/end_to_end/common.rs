//! The real binary as a child process, and a small HTTP client to drive it with.

use std::{
    fs::File,
    io::{Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

/// The token of every test; it must not appear anywhere.
pub(crate) const TOKEN: &str = "EAAB-end-to-end-token-that-must-never-print";

/// A running process of the binary; killed when dropped.
pub(crate) struct Process {
    child: Child,
    pub(crate) log: PathBuf,
}

impl Process {
    /// Starts the binary. Its output is appended to `log`.
    pub(crate) fn start(arguments: &[&str], environment: &[(&str, String)], log: &Path) -> Self {
        let file = File::options().create(true).append(true).open(log).unwrap();
        let child = Command::new(env!("CARGO_BIN_EXE_omnitraffick"))
            .args(arguments)
            .env_clear()
            .envs(environment.iter().map(|(name, value)| (*name, value.as_str())))
            .current_dir(log.parent().unwrap())
            .stdin(Stdio::null())
            .stdout(file.try_clone().unwrap())
            .stderr(file)
            .spawn()
            .unwrap();
        Self { child, log: log.to_owned() }
    }

    /// `kill -9`.
    pub(crate) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Sends a signal by its name, such as `STOP`.
    pub(crate) fn signal(&self, name: &str) {
        let status = Command::new("kill").args([format!("-{name}"), self.child.id().to_string()]).status().unwrap();
        assert!(status.success());
    }

    /// Waits for the process to end by itself.
    pub(crate) fn wait(&mut self, patience: Duration) -> Option<i32> {
        let began = Instant::now();
        while began.elapsed() < patience {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.code();
            }
            thread::sleep(Duration::from_millis(10));
        }
        panic!("the process does not end; its log:\n{}", self.read_log());
    }

    pub(crate) fn read_log(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An address that was free a moment ago.
pub(crate) fn free_address() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap()
}

/// Waits until `done` returns something; panics with `what` after `patience`.
pub(crate) fn eventually<T>(what: &str, patience: Duration, mut done: impl FnMut() -> Option<T>) -> T {
    let began = Instant::now();
    loop {
        if let Some(value) = done() {
            return value;
        }
        assert!(began.elapsed() < patience, "{what}: not within {patience:?}");
        thread::sleep(Duration::from_millis(20));
    }
}

/// Sends one request; none if nobody answers.
pub(crate) fn request(address: SocketAddr, method: &str, path: &str, body: Option<&Value>) -> Option<(u16, Value)> {
    let mut stream = TcpStream::connect(address).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(20))).ok()?;
    let body = body.map(ToString::to_string).unwrap_or_default();
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: {address}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(head.as_bytes()).ok()?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).ok()?;
    let text = String::from_utf8_lossy(&answer);
    let (head, body) = text.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    Some((status, serde_json::from_str(body).unwrap_or_else(|_| Value::String(body.to_owned()))))
}

/// A server of the API.
pub(crate) struct Api(pub(crate) SocketAddr);

impl Api {
    pub(crate) fn wait_until_healthy(&self) {
        eventually("the server is healthy", Duration::from_secs(30), || {
            request(self.0, "GET", "/health", None).filter(|(status, _)| *status == 200)
        });
    }

    pub(crate) fn get(&self, path: &str) -> Value {
        let (status, body) = request(self.0, "GET", path, None).expect("an answer");
        assert_eq!(status, 200, "GET {path}: {body}");
        body
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> Value {
        self.send("POST", path, body)
    }

    pub(crate) fn put(&self, path: &str, body: &Value) -> Value {
        self.send("PUT", path, body)
    }

    fn send(&self, method: &str, path: &str, body: &Value) -> Value {
        let (status, answer) = request(self.0, method, path, Some(body)).expect("an answer");
        assert!(status < 300, "{method} {path} {body}: {status} {answer}");
        answer
    }

    /// Records market, brand and channel.
    pub(crate) fn catalog(&self, platform: &str) -> Catalog {
        let text = |value: &Value| value["id"].as_str().unwrap().to_owned();
        let market = json!({"code": "US", "country": "United States", "region": "NA"});
        Catalog {
            market: text(&self.post("/api/v1/markets", &market)),
            brand: text(&self.post("/api/v1/brands", &json!({"name": "Disney", "internal_code": "DIS"}))),
            channel: text(
                &self.post("/api/v1/channels", &json!({"platform_name": platform, "api_identifier": platform})),
            ),
        }
    }

    /// A ticket that has passed QA, with a campaign of its own.
    pub(crate) fn ready_ticket(&self, catalog: &Catalog, name: &str, config: &Value) -> String {
        self.ready(catalog, name, "CREATE_CAMPAIGN", config)
    }

    /// The same of any request type.
    pub(crate) fn ready(&self, catalog: &Catalog, name: &str, request_type: &str, config: &Value) -> String {
        let campaign =
            json!({"campaign_name": name, "brand_id": catalog.brand, "market_id": catalog.market, "budget": "1500.00"});
        let campaign = self.post("/api/v1/campaigns", &campaign)["id"].clone();
        let ticket = json!({"campaign_id": campaign, "channel_id": catalog.channel, "request_type": request_type, "payload_config": config});
        let ticket = self.post("/api/v1/tickets", &ticket)["id"].as_str().unwrap().to_owned();
        let judged = self.put(&format!("/api/v1/tickets/{ticket}"), &json!({"status": "QA_TESTING"}));
        assert_eq!(judged["status"], "READY_FOR_API", "{judged}");
        ticket
    }

    pub(crate) fn deploy(&self, ticket: &str) -> String {
        self.post("/api/v1/deploy", &json!({"ticket_id": ticket}))["task_id"].as_str().unwrap().to_owned()
    }

    pub(crate) fn ticket(&self, id: &str) -> Value {
        self.get(&format!("/api/v1/tickets/{id}"))
    }

    /// Waits until the ticket has ended, and returns it.
    pub(crate) fn ended(&self, ticket: &str, patience: Duration) -> Value {
        eventually(&format!("ticket {ticket} ends"), patience, || {
            let found = self.ticket(ticket);
            matches!(found["status"].as_str(), Some("TRAFFICKED_SUCCESS" | "FAILED")).then_some(found)
        })
    }
}

/// Ids of the master data.
pub(crate) struct Catalog {
    pub(crate) market: String,
    pub(crate) brand: String,
    pub(crate) channel: String,
}

/// A sandbox in a process of its own, which outlives the killed ones.
pub(crate) struct Sandbox {
    pub(crate) address: SocketAddr,
    _process: Process,
}

impl Sandbox {
    pub(crate) fn start(directory: &Path) -> Self {
        let address = free_address();
        let process =
            Process::start(&["sandbox", "--listen", &address.to_string()], &[], &directory.join("sandbox.log"));
        let sandbox = Self { address, _process: process };
        eventually("the sandbox is up", Duration::from_secs(30), || request(address, "GET", "/_sandbox/health", None));
        // These tests are about crashes, not about quotas.
        let quotas =
            json!({"quotas": {"meta": {"max_score": null, "mutations_per_second": null, "calls_per_hour": null}}});
        sandbox.control("PUT", "/_sandbox/settings", &quotas);
        sandbox
    }

    pub(crate) fn control(&self, method: &str, path: &str, body: &Value) -> Value {
        let (status, answer) = request(self.address, method, path, Some(body)).expect("the sandbox answers");
        assert!(status < 300, "{method} {path}: {status} {answer}");
        answer
    }

    /// Name and id of every object.
    pub(crate) fn objects(&self) -> Vec<(String, String)> {
        let (_, answer) = request(self.address, "GET", "/_sandbox/objects", None).expect("the sandbox answers");
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let mut objects: Vec<_> = answer["objects"]
            .as_array()
            .unwrap()
            .iter()
            .map(|object| (text(&object["name"]), text(&object["id"])))
            .collect();
        objects.sort();
        objects
    }

    /// The number of create requests that have arrived.
    pub(crate) fn creates(&self) -> usize {
        let (_, answer) = request(self.address, "GET", "/_sandbox/requests?method=POST&limit=20000", None)
            .expect("the sandbox answers");
        answer["requests"].as_array().unwrap().len()
    }
}

/// The environment of a server or worker whose Meta is `sandbox`, with short time-outs, because the tests wait for them
/// after crashes.
pub(crate) fn environment(sandbox: &Sandbox) -> Vec<(&'static str, String)> {
    vec![
        ("META_API_BASE", format!("http://{}", sandbox.address)),
        ("META_ACCESS_TOKEN", TOKEN.to_owned()),
        ("META_AD_ACCOUNT_ID", "1234567890".to_owned()),
        ("TIKTOK_API_BASE", format!("http://{}", sandbox.address)),
        ("TIKTOK_ACCESS_TOKEN", TOKEN.to_owned()),
        ("TIKTOK_ADVERTISER_ID", "7000000000000000001".to_owned()),
        ("WORKER_HTTP_TIMEOUT_S", "3".to_owned()),
        ("WORKER_LEASE_S", "9".to_owned()),
    ]
}

/// `up` on a data directory.
pub(crate) fn up(directory: &Path, sandbox: &Sandbox, extra: &[(&'static str, String)]) -> (Process, Api) {
    let api = Api(free_address());
    let mut environment = environment(sandbox);
    environment.extend_from_slice(extra);
    let arguments = ["up", "--listen", &api.0.to_string(), "--data-dir", &directory.join("data").display().to_string()]
        .map(str::to_owned);
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let process = Process::start(&arguments, &environment, &directory.join("up.log"));
    api.wait_until_healthy();
    (process, api)
}

/// The smallest configuration of a Meta campaign.
pub(crate) fn meta_config() -> Value {
    json!({"objective": "OUTCOME_TRAFFIC", "special_ad_categories": []})
}
