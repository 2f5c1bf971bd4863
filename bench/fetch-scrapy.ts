/** A Scrapy spider that asks for `prefix` + 0 … count-1 and prints the milliseconds between its opening and its closing, and how many it read. */
export const scrapySpider = `
import sys, time
import scrapy
from scrapy.crawler import CrawlerProcess
prefix, count, concurrency, kind = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
done = 0
class Bench(scrapy.Spider):
    name = 'bench'
    def start_requests(self):
        self.began = time.perf_counter()
        for n in range(count):
            yield scrapy.Request(prefix + str(n))
    def parse(self, response):
        global done
        if kind == 'page':
            done += len(response.body) > 0
            return
        items = [{f: item.xpath(f + '/text()').get() for f in ('title', 'link', 'guid', 'description', 'pubDate')}
                 for item in response.xpath('//item')]
        done += len(items) == 30
    def closed(self, reason):
        print(round((time.perf_counter() - self.began) * 1000), done, flush=True)
process = CrawlerProcess(settings={
    'LOG_ENABLED': False, 'ROBOTSTXT_OBEY': False, 'TELNETCONSOLE_ENABLED': False,
    'CONCURRENT_REQUESTS': concurrency, 'CONCURRENT_REQUESTS_PER_DOMAIN': concurrency,
    'REQUEST_FINGERPRINTER_IMPLEMENTATION': '2.7',
})
process.crawl(Bench)
process.start()
`;
