<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About ConvViz</source>
        <translation>关于 ConvViz</translation>
    </message>
    <message>
        <source>See every number inside a convolution: your own photo, your own kernel, live.</source>
        <translation>看见卷积里的每一个数：用你自己的照片和卷积核，即时计算。</translation>
    </message>
    <message>
        <source>Free software under the MIT licence.</source>
        <translation>采用 MIT 许可证的自由软件。</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>复制版本信息</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Camera…</source>
        <translation>摄像头…</translation>
    </message>
    <message>
        <source>Open kernel…</source>
        <translation>打开卷积核…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Save experiment</source>
        <translation>保存实验</translation>
    </message>
    <message>
        <source>Save experiment as…</source>
        <translation>实验另存为…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>偏好设置…</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>窗口的下一个区域</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>窗口的上一个区域</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>About ConvViz</source>
        <translation>关于 ConvViz</translation>
    </message>
    <message>
        <source>About Qt</source>
        <translation>关于 Qt</translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation>清空列表</translation>
    </message>
    <message>
        <source>Open a picture or an experiment</source>
        <translation>打开图片或实验</translation>
    </message>
    <message>
        <source>What a camera sees, live through every stage. Nothing is recorded</source>
        <translation>摄像头的画面，实时经过每个阶段。不会录制任何内容</translation>
    </message>
    <message>
        <source>Paste a picture or a file from the clipboard</source>
        <translation>粘贴剪贴板中的图片或文件</translation>
    </message>
    <message>
        <source>Save picture and settings as one file</source>
        <translation>把图片和设置保存为一个文件</translation>
    </message>
    <message>
        <source>Export a stage as a picture or as numbers</source>
        <translation>把一个阶段导出为图片或数值</translation>
    </message>
    <message>
        <source>Undo: {edit}</source>
        <translation>撤销：{edit}</translation>
    </message>
    <message>
        <source>Redo: {edit}</source>
        <translation>重做：{edit}</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>New picture…</source>
        <translation>新建图片…</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Text at 100 %</source>
        <translation>文字恢复 100 %</translation>
    </message>
    <message>
        <source>Presenter mode</source>
        <translation>演示模式</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Start from a picture that comes with ConvViz</source>
        <translation>从 ConvViz 自带的图片开始</translation>
    </message>
    <message>
        <source>Explain the control in focus</source>
        <translation>解释当前焦点所在的控件</translation>
    </message>
    <message>
        <source>What’s this? Click a control</source>
        <translation>这是什么？单击一个控件</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>术语表</translation>
    </message>
</context>
<context>
    <name>ActivationForm</name>
    <message>
        <source>Activation</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Activation function</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>absolute value</source>
        <translation>绝对值</translation>
    </message>
    <message>
        <source>Slope below zero</source>
        <translation>负值区斜率</translation>
    </message>
</context>
<context>
    <name>AmountBar</name>
    <message>
        <source>Colours from {low} to {high}</source>
        <translation>颜色从 {low} 到 {high}</translation>
    </message>
</context>
<context>
    <name>BlocksView</name>
    <message>
        <source>What this number was computed from</source>
        <translation>这个数是怎么算出来的</translation>
    </message>
</context>
<context>
    <name>BusyNote</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>CanvasTools</name>
    <message>
        <source>Pen. Hold for its thickness; the wheel over the paper changes it too</source>
        <translation>画笔。按住可选粗细，在纸上滚动滚轮也可以</translation>
    </message>
    <message>
        <source>Eraser. Hold for its size; the right mouse button always rubs out</source>
        <translation>橡皮擦。按住可选大小；任何时候按鼠标右键都能擦除</translation>
    </message>
    <message>
        <source>Take the last stroke back</source>
        <translation>撤回最后一笔</translation>
    </message>
    <message>
        <source>New sheet (Delete)</source>
        <translation>换一张纸（Delete）</translation>
    </message>
    <message>
        <source>Next sample</source>
        <translation>下一个示例</translation>
    </message>
    <message>
        <source>A handwritten digit of our own</source>
        <translation>取一个 ConvViz 自带的手写数字</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>细</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>Thick</source>
        <translation>粗</translation>
    </message>
</context>
<context>
    <name>CellEditor</name>
    <message>
        <source>not a number; {value} is kept</source>
        <translation>不是数值；保留 {value}</translation>
    </message>
    <message>
        <source>not from {low} to {high}; {value} is kept</source>
        <translation>不在 {low} 到 {high} 之间；保留 {value}</translation>
    </message>
    <message>
        <source>{text} is not from {low} to {high}; {value} is kept</source>
        <translation>{text} 不在 {low} 到 {high} 之间；保留 {value}</translation>
    </message>
    <message>
        <source>{text} is not a number; {value} is kept</source>
        <translation>{text} 不是数值；保留 {value}</translation>
    </message>
</context>
<context>
    <name>CellReadout</name>
    <message>
        <source>row {row}, column {column}</source>
        <translation>第 {row} 行，第 {column} 列</translation>
    </message>
</context>
<context>
    <name>ChainStrip</name>
    <message>
        <source>Chain of shapes</source>
        <translation>形状的变化</translation>
    </message>
    <message>
        <source>Go to the picture</source>
        <translation>转到图片</translation>
    </message>
    <message>
        <source>Go to the padding</source>
        <translation>转到填充</translation>
    </message>
    <message>
        <source>Go to the kernel</source>
        <translation>转到卷积核</translation>
    </message>
    <message>
        <source>Go to the activation</source>
        <translation>转到激活</translation>
    </message>
    <message>
        <source>Go to the pooling</source>
        <translation>转到池化</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>没有图片</translation>
    </message>
    <message>
        <source>no padding</source>
        <translation>无填充</translation>
    </message>
    <message>
        <source>padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>pad {amount}</source>
        <translation>填充 {amount}</translation>
    </message>
    <message>
        <source>pad {amount}, {fill}</source>
        <translation>填充 {amount}，{fill}</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>零</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>reflect</source>
        <translation>反射</translation>
    </message>
    <message>
        <source>symmetric</source>
        <translation>对称</translation>
    </message>
    <message>
        <source>edge</source>
        <translation>边缘值</translation>
    </message>
    <message>
        <source>wrap</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>{size}, stride {stride}</source>
        <translation>{size}，步幅 {stride}</translation>
    </message>
    <message>
        <source>{size}, stride {stride}, dilation {dilation}</source>
        <translation>{size}，步幅 {stride}，空洞率 {dilation}</translation>
    </message>
    <message>
        <source>no activation</source>
        <translation>无激活函数</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>absolute value</source>
        <translation>绝对值</translation>
    </message>
    <message>
        <source>no pooling</source>
        <translation>无池化</translation>
    </message>
    <message>
        <source>max {size}</source>
        <translation>最大池化 {size}</translation>
    </message>
    <message>
        <source>average {size}</source>
        <translation>平均池化 {size}</translation>
    </message>
    <message>
        <source>{pooling}, stride {stride}</source>
        <translation>{pooling}，步幅 {stride}</translation>
    </message>
    <message>
        <source>rows × columns × channels</source>
        <translation>行 × 列 × 通道</translation>
    </message>
    <message>
        <source>rows × columns</source>
        <translation>行 × 列</translation>
    </message>
    <message>
        <source>{n} parameters</source>
        <translation>{n} 个参数</translation>
    </message>
    <message>
        <source>{n} multiply-adds</source>
        <translation>{n} 次乘加</translation>
    </message>
</context>
<context>
    <name>CompareBar</name>
    <message>
        <source>Kept result and present result</source>
        <translation>保留的结果与当前结果</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Slider</source>
        <translation>滑块</translation>
    </message>
    <message>
        <source>The kept map beside the present one</source>
        <translation>保留的特征图与当前特征图并排</translation>
    </message>
    <message>
        <source>Both on one picture, with a line to drag between them</source>
        <translation>两者叠在同一张图上，中间有一条可拖动的线</translation>
    </message>
    <message>
        <source>Use the kept settings again</source>
        <translation>重新使用保留的设置</translation>
    </message>
    <message>
        <source>Keep this result no longer</source>
        <translation>不再保留这个结果</translation>
    </message>
</context>
<context>
    <name>CompareCard</name>
    <message>
        <source>Pin the output on show as {letter}</source>
        <translation>把当前输出固定为 {letter}</translation>
    </message>
    <message>
        <source>Compare A and B</source>
        <translation>比较 A 和 B</translation>
    </message>
    <message>
        <source>Windows, products and sums of pins A and B</source>
        <translation>固定点 A 和 B 的窗口、乘积与和</translation>
    </message>
    <message>
        <source>Take both pins away</source>
        <translation>取消固定 A 和 B</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>not pinned</source>
        <translation>未固定</translation>
    </message>
    <message>
        <source>Press {key} to pin the output on show, or right-click any output cell.</source>
        <translation>按 {key} 固定当前输出，或右键单击任一输出单元格。</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>test digits read, shifted by 0 to 7 px</source>
        <translation>移动 0 至 7 像素后，测试数字的准确率</translation>
    </message>
</context>
<context>
    <name>ComputeQueue</name>
    <message>
        <source>There is not enough memory to compute these settings on {width} × {height} pixels; a smaller picture or less padding needs less.</source>
        <translation>内存不足，无法用这些设置计算 {width} × {height} 像素的图像；图像更小或填充更少时，需要的内存也更少。</translation>
    </message>
</context>
<context>
    <name>ConfusionTools</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Read all test digits</source>
        <translation>识别所有测试数字</translation>
    </message>
    <message>
        <source>Let this network read the 10,000 test digits</source>
        <translation>让这个网络识别 10,000 个测试数字</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>下载…</translation>
    </message>
    <message>
        <source>Let Keras fetch MNIST’s digits, after telling you from where</source>
        <translation>由 Keras 下载 MNIST 的数字；下载前会说明来源</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Choose MNIST’s file mnist.npz, as Keras has it</source>
        <translation>选择 MNIST 文件 mnist.npz，即 Keras 所用的文件</translation>
    </message>
</context>
<context>
    <name>ConfusionView</name>
    <message>
        <source>{true} read as {answer}: {count}</source>
        <translation>{true} 识别为 {answer}：{count} 个</translation>
    </message>
    <message>
        <source>{true}: {missed} of {count} misread</source>
        <translation>{true}：{count} 个中有 {missed} 个识别错误</translation>
    </message>
    <message>
        <source>{count} others read as {answer}</source>
        <translation>{count} 个其他数字识别为 {answer}</translation>
    </message>
    <message>
        <source>read as</source>
        <translation>识别为</translation>
    </message>
    <message>
        <source>what it is</source>
        <translation>实际为</translation>
    </message>
    <message>
        <source>What was read as what: rows are the digits, columns the answers</source>
        <translation>混淆矩阵：行是数字，列是答案</translation>
    </message>
</context>
<context>
    <name>ConvolutionForm</name>
    <message>
        <source>Convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>运算</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>互相关</translation>
    </message>
    <message>
        <source>The kernel as it stands, as every deep-learning library computes it</source>
        <translation>卷积核保持原样，各种深度学习库都这样计算</translation>
    </message>
    <message>
        <source>The kernel turned by 180° first, as mathematics defines it</source>
        <translation>先把卷积核旋转 180°，这是数学上的定义</translation>
    </message>
    <message>
        <source>Fill with</source>
        <translation>填充值</translation>
    </message>
    <message>
        <source>Fill the padding with</source>
        <translation>填充部分的取值</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>零</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>指定数值</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>reflect</source>
        <translation>反射</translation>
    </message>
    <message>
        <source>symmetric</source>
        <translation>对称</translation>
    </message>
    <message>
        <source>edge</source>
        <translation>边缘值</translation>
    </message>
    <message>
        <source>wrap</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Number the padding is filled with</source>
        <translation>用来填充的数</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>Dilation</source>
        <translation>空洞率</translation>
    </message>
    <message>
        <source>Stride of rows</source>
        <translation>行步幅（纵向）</translation>
    </message>
    <message>
        <source>Stride of columns</source>
        <translation>列步幅（横向）</translation>
    </message>
    <message>
        <source>Dilation of rows</source>
        <translation>行空洞率（纵向）</translation>
    </message>
    <message>
        <source>Dilation of columns</source>
        <translation>列空洞率（横向）</translation>
    </message>
    <message>
        <source>Rows and columns apart</source>
        <translation>行和列分别设置</translation>
    </message>
</context>
<context>
    <name>CopyMenu</name>
    <message>
        <source>Copy as</source>
        <translation>复制为</translation>
    </message>
    <message>
        <source>Copy the formulas, or code that computes the same map</source>
        <translation>复制公式，或计算出同一特征图的代码</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>LaTeX</source>
        <translation>LaTeX</translation>
    </message>
    <message>
        <source>Python with SciPy</source>
        <translation>Python（SciPy）</translation>
    </message>
    <message>
        <source>Python with Keras</source>
        <translation>Python（Keras）</translation>
    </message>
    <message>
        <source>Python with PyTorch</source>
        <translation>Python（PyTorch）</translation>
    </message>
</context>
<context>
    <name>CropDialog</name>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>First row</source>
        <translation>首行</translation>
    </message>
    <message>
        <source>Last row</source>
        <translation>末行</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列数</translation>
    </message>
    <message>
        <source>First column</source>
        <translation>首列</translation>
    </message>
    <message>
        <source>Last column</source>
        <translation>末列</translation>
    </message>
    <message>
        <source>to</source>
        <comment>first to last</comment>
        <translation>至</translation>
    </message>
    <message>
        <source>{size} of {whole} pixels, counted from 0</source>
        <translation>{whole} 像素中的 {size}，从 0 数起</translation>
    </message>
</context>
<context>
    <name>CropPicker</name>
    <message>
        <source>The part of the picture that is kept</source>
        <translation>图片中要保留的区域</translation>
    </message>
    <message>
        <source>Drag a rectangle; arrow keys move it</source>
        <translation>拖出一个矩形；方向键可移动它</translation>
    </message>
</context>
<context>
    <name>Crumbs</name>
    <message>
        <source>The way from the answer to this number</source>
        <translation>从答案到这个数的路径</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>{name} exists already. Replace it?</source>
        <translation>{name} 已存在。要替换它吗？</translation>
    </message>
    <message>
        <source>Save experiment</source>
        <translation>保存实验</translation>
    </message>
    <message>
        <source>Put the picture into the file?</source>
        <translation>要把图片存入文件吗？</translation>
    </message>
    <message>
        <source>With the picture inside, the file can be handed on. Without, it stays small.</source>
        <translation>存入图片后，文件可以交给别人使用；不存入图片，文件更小。</translation>
    </message>
    <message>
        <source>Embed the picture</source>
        <translation>存入图片</translation>
    </message>
    <message>
        <source>Refer to its file</source>
        <translation>只记录图片位置</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save the changes to “{title}”?</source>
        <translation>要保存对“{title}”的更改吗？</translation>
    </message>
    <message>
        <source>Otherwise they are lost.</source>
        <translation>如果不保存，更改将会丢失。</translation>
    </message>
    <message>
        <source>{number}: {name}</source>
        <translation>{number}：{name}</translation>
    </message>
    <message>
        <source>Choose a camera</source>
        <translation>选择摄像头</translation>
    </message>
    <message>
        <source>Which camera shall be shown?</source>
        <translation>要显示哪个摄像头的画面？</translation>
    </message>
    <message>
        <source>{name} refers to files in other folders. Open them, too?</source>
        <translation>{name} 引用了其他文件夹中的文件。要一并打开吗？</translation>
    </message>
    <message>
        <source>Open them</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>不打开</translation>
    </message>
    <message>
        <source>Close it all the same?</source>
        <translation>仍要关闭吗？</translation>
    </message>
    <message>
        <source>Choose channels</source>
        <translation>选择通道</translation>
    </message>
    <message>
        <source>{name} has {count} channels. What shall be shown?</source>
        <translation>{name}有{count}个通道。要显示哪些？</translation>
    </message>
    <message>
        <source>{name}: a table of {rows}×{columns} numbers</source>
        <translation>{name}：{rows}×{columns}的数字表格</translation>
    </message>
    <message>
        <source>Open it as a picture, or use it as the kernel?</source>
        <translation>作为图片打开，还是用作卷积核？</translation>
    </message>
    <message>
        <source>As a picture</source>
        <translation>作为图片</translation>
    </message>
    <message>
        <source>As the kernel</source>
        <translation>用作卷积核</translation>
    </message>
    <message>
        <source>Channels 1, 2 and 3 as red, green and blue</source>
        <translation>通道 1、2、3 作为红、绿、蓝</translation>
    </message>
    <message>
        <source>Channel {number} as grey</source>
        <translation>通道{number}作为灰度</translation>
    </message>
</context>
<context>
    <name>DigitView</name>
    <message>
        <source>Pixel ({row}, {column}): {value}</source>
        <translation>像素 ({row}, {column})：{value}</translation>
    </message>
    <message>
        <source>The digit as the network sees it</source>
        <translation>网络看到的数字</translation>
    </message>
</context>
<context>
    <name>Divider</name>
    <message>
        <source>Drag, or press ← and →: kept on the left, now on the right</source>
        <translation>拖动，或按 ← 和 →：左边是保留的，右边是当前的</translation>
    </message>
    <message>
        <source>Line between the kept and the present result</source>
        <translation>保留的结果与当前结果之间的分界线</translation>
    </message>
    <message>
        <source>Percent of the picture that shows the kept result</source>
        <translation>图片中显示保留结果的百分比</translation>
    </message>
</context>
<context>
    <name>DrawingBar</name>
    <message>
        <source>Pencil: draw with the value (Space draws the framed cell)</source>
        <translation>铅笔：用这个值绘制（空格键绘制选中的单元格）</translation>
    </message>
    <message>
        <source>Fill: all cells of one value that hang together</source>
        <translation>填充：所有相连且值相同的单元格</translation>
    </message>
    <message>
        <source>Type: click a cell and type its value</source>
        <translation>输入：单击一个单元格并输入它的值</translation>
    </message>
    <message>
        <source>Value of pencil and fill (the right button picks one from the picture)</source>
        <translation>铅笔和填充使用的值（在图片上按鼠标右键可取值）</translation>
    </message>
    <message>
        <source>Value to draw with</source>
        <translation>绘制使用的值</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全</translation>
    </message>
    <message>
        <source>R</source>
        <translation>R</translation>
    </message>
    <message>
        <source>G</source>
        <translation>G</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Which channels are changed</source>
        <translation>更改哪些通道</translation>
    </message>
    <message>
        <source>Channel to draw in</source>
        <translation>绘制的通道</translation>
    </message>
</context>
<context>
    <name>DrawingCanvas</name>
    <message>
        <source>Draw a digit here</source>
        <translation>在此画数字</translation>
    </message>
    <message>
        <source>Paper to draw a digit on</source>
        <translation>用来画数字的纸</translation>
    </message>
</context>
<context>
    <name>DrillPanel</name>
    <message>
        <source>Switch on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Why this number?</source>
        <translation>为什么是这个数？</translation>
    </message>
    <message>
        <source>By contribution</source>
        <translation>按贡献</translation>
    </message>
    <message>
        <source>By channel</source>
        <translation>按通道</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>从大到小</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>按顺序</translation>
    </message>
    <message>
        <source>The largest contributions first</source>
        <translation>贡献最大的在前</translation>
    </message>
    <message>
        <source>In the maps&apos; own order</source>
        <translation>按特征图的顺序</translation>
    </message>
    <message>
        <source>Switch this filter off and see what becomes of the probabilities</source>
        <translation>停用这个滤波器，看看概率会怎样变化</translation>
    </message>
    <message>
        <source>Open in Lab</source>
        <translation>在实验室中打开</translation>
    </message>
    <message>
        <source>Take these weights to the Lab, as its kernel</source>
        <translation>把这些权重带到实验室，作为卷积核</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Drop a picture here</source>
        <translation>把图片拖到这里</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>{name} does not exist.</source>
        <translation>{name} 不存在。</translation>
    </message>
    <message>
        <source>{name} is a folder, not a picture.</source>
        <translation>{name} 是文件夹，不是图片。</translation>
    </message>
    <message>
        <source>{name} is no ordinary file.</source>
        <translation>{name} 不是普通文件。</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} 是空文件。</translation>
    </message>
    <message>
        <source>{name} cannot be read ({reason}).</source>
        <translation>无法读取 {name}（{reason}）。</translation>
    </message>
    <message>
        <source>{name} is a damaged or incomplete {kind} file ({reason}).</source>
        <translation>{name} 是损坏或不完整的 {kind} 文件（{reason}）。</translation>
    </message>
    <message>
        <source>{name} has the shape {shape}; a picture is (rows, columns) or (rows, columns, 3).</source>
        <translation>{name} 的形状是 {shape}；图片的形状是（行，列）或（行，列，3）。</translation>
    </message>
    <message>
        <source>{name} holds {type} values, not real numbers.</source>
        <translation>{name} 中的值是 {type}，不是实数。</translation>
    </message>
    <message>
        <source>{name} has values up to {farthest}; the limit is {limit}.</source>
        <translation>{name} 中的值达到 {farthest}；上限是 {limit}。</translation>
    </message>
    <message>
        <source>{name} needs more memory than there is; a smaller picture needs less.</source>
        <translation>内存不足，无法打开 {name}；更小的图像需要的内存更少。</translation>
    </message>
    <message>
        <source>{name}: {reason}.</source>
        <translation>{name}：{reason}。</translation>
    </message>
    <message>
        <source>there is not enough memory; a smaller picture needs less</source>
        <translation>内存不足；更小的图像需要的内存更少</translation>
    </message>
    <message>
        <source>{name} is not a picture of a kind that can be read ({readable}).</source>
        <translation>{name}不是可以读取的图片类型（{readable}）。</translation>
    </message>
    <message>
        <source>{name} is a drawing made of lines (SVG), not of pixels; export it as PNG first.</source>
        <translation>{name} 是由线条（而非像素）组成的矢量图（SVG）；请先导出为 PNG。</translation>
    </message>
    <message>
        <source>{name} is a document (PDF), not a picture; save the page as PNG first.</source>
        <translation>{name} 是文档（PDF），不是图片；请先把页面存为 PNG。</translation>
    </message>
    <message>
        <source>{name} is a JPEG XL picture, which cannot be read here; save it as PNG or JPEG first.</source>
        <translation>{name} 是 JPEG XL 图片，这里无法读取；请先存为 PNG 或 JPEG。</translation>
    </message>
    <message>
        <source>{name} is a medical picture (DICOM), which cannot be read here; export it as PNG or TIFF first.</source>
        <translation>{name} 是医学图像（DICOM），这里无法读取；请先导出为 PNG 或 TIFF。</translation>
    </message>
    <message>
        <source>{name} is a camera&apos;s raw file: it holds what the sensor measured and a small preview, not the photo; save the photo as JPEG or TIFF first.</source>
        <translation>{name} 是相机的原始文件：里面是传感器的测量值和一张小预览图，不是照片本身；请先把照片存为 JPEG 或 TIFF。</translation>
    </message>
    <message>
        <source>{name} has {depth} bits a channel; of PSD files only those with 8 can be read: save it as TIFF.</source>
        <translation>{name} 每个通道有 {depth} 位；PSD 文件只能读取 8 位的：请存为 TIFF。</translation>
    </message>
    <message>
        <source>{name} is a TIFF packed with {packing}, which cannot be read here; save it without compression first.</source>
        <translation>{name} 是用 {packing} 压缩的 TIFF，这里无法读取；请先不压缩地保存。</translation>
    </message>
    <message>
        <source>{name} has {count} channels; one of them can be read as grey, or three as red, green and blue.</source>
        <translation>{name}有{count}个通道；可以把其中一个读作灰度，或把三个读作红、绿、蓝。</translation>
    </message>
    <message>
        <source>{name} has {count} channels; there is no number {number}.</source>
        <translation>{name}有{count}个通道，没有第{number}个。</translation>
    </message>
    <message>
        <source>{name} has {count} pictures in it; there is no number {number}.</source>
        <translation>{name}里有{count}张图片，没有第{number}张。</translation>
    </message>
    <message>
        <source>{name} has infinite values ({count} of them).</source>
        <translation>{name}含有无穷大的值（{count}个）。</translation>
    </message>
    <message>
        <source>{name} has no number at all: every value is not-a-number.</source>
        <translation>{name}里一个数也没有：所有值都是非数（NaN）。</translation>
    </message>
    <message>
        <source>{name} is no table of numbers ({reason}).</source>
        <translation>{name}不是数字表格（{reason}）。</translation>
    </message>
    <message>
        <source>{name} cannot be read: {package}, which reads it, is not installed here.</source>
        <translation>无法读取{name}：读取它所需的{package}没有安装。</translation>
    </message>
    <message>
        <source>{name} has {size}; up to {limit} can be opened.</source>
        <translation>{name} 有 {size}；最多可以打开 {limit}。</translation>
    </message>
    <message>
        <source>{name} holds no array that could be a picture.</source>
        <translation>{name} 中没有可以作为图片的数组。</translation>
    </message>
    <message>
        <source>{name} holds no picture “{array}”, but {arrays}.</source>
        <translation>{name} 中没有图片“{array}”，只有 {arrays}。</translation>
    </message>
</context>
<context>
    <name>ExampleStrip</name>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Choose an example</source>
        <translation>选择示例</translation>
    </message>
    <message>
        <source>Predict, then reveal</source>
        <translation>先猜再看</translation>
    </message>
    <message>
        <source>Hide each result until you have guessed it, or play on</source>
        <translation>隐藏每个结果，直到你猜过或继续播放</translation>
    </message>
</context>
<context>
    <name>Explained</name>
    <message>
        <source>The picture as the kernel reads it: its rows × columns, and its channels in a colour picture.</source>
        <translation>卷积核读取的图像：行数 × 列数，彩色图像还有通道数。</translation>
    </message>
    <message>
        <source>Which page, frame or slice of the file is the picture.</source>
        <translation>用文件中的哪一页、哪一帧或哪一层作为图像。</translation>
    </message>
    <message>
        <source>Which of the file&apos;s arrays is shown; each may hold many pictures.</source>
        <translation>显示文件中的哪一个数组；每个数组可以含有许多图像。</translation>
    </message>
    <message>
        <source>Cells added around the picture before the kernel slides over it.</source>
        <translation>卷积核滑动之前在图像四周补上的单元格。</translation>
    </message>
    <message>
        <source>The size of the kernel and how far its window moves from one output cell to the next.</source>
        <translation>卷积核的大小，以及窗口从一个输出单元格到下一个移动多远。</translation>
    </message>
    <message>
        <source>The function that is applied to every number of the convolution&apos;s output.</source>
        <translation>对卷积输出的每个数都使用的函数。</translation>
    </message>
    <message>
        <source>How pooling makes one number of several.</source>
        <translation>池化怎样把几个数合成一个。</translation>
    </message>
    <message>
        <source>Gives this stage the whole width; Esc brings the others back.</source>
        <translation>让这个阶段占满整个宽度；按 Esc 恢复其他阶段。</translation>
    </message>
    <message>
        <source>What can be done with this stage: copy it, export it, change its colours and its zoom.</source>
        <translation>可以对这个阶段做的事：复制、导出、改变颜色和缩放。</translation>
    </message>
    <message>
        <source>The numbers of this stage as colours, and as figures where there is room; point at one to see where it comes from, click to keep it.</source>
        <translation>这个阶段的数以颜色显示，空间足够时也写出数值；指向一个数可查看它的来源，单击可固定。</translation>
    </message>
    <message>
        <source>How a colour picture goes through the kernel.</source>
        <translation>彩色图像怎样经过卷积核。</translation>
    </message>
    <message>
        <source>Grey: the three colours become one map first, and one kernel reads it.</source>
        <translation>灰度：三种颜色先合成一张图，再由一个卷积核读取。</translation>
    </message>
    <message>
        <source>All channels: each channel has weights of its own and the three sums are added, as in a network&apos;s layer.</source>
        <translation>全部通道：每个通道各有权重，三个总和再相加，与网络的层一样。</translation>
    </message>
    <message>
        <source>Each channel: the kernel is applied to red, green and blue separately, as photo editors do.</source>
        <translation>各通道分别：卷积核分别作用于红、绿、蓝，与图像编辑软件相同。</translation>
    </message>
    <message>
        <source>Stops this computation; what was there before stays.</source>
        <translation>停止这次计算；之前的结果保留不变。</translation>
    </message>
    <message>
        <source>Puts the formulas as text or LaTeX on the clipboard, or code for SciPy, Keras or PyTorch that computes the same map.</source>
        <translation>把公式以文本或 LaTeX 复制到剪贴板，或复制计算同一张特征图的 SciPy、Keras、PyTorch 代码。</translation>
    </message>
    <message>
        <source>Shows how the size of the output follows from input, kernel, padding and stride.</source>
        <translation>显示输出尺寸怎样由输入、卷积核、填充和步幅得出。</translation>
    </message>
    <message>
        <source>Shows the window, the products and the sum behind the number that is pointed at.</source>
        <translation>显示所指的数背后的窗口、乘积与总和。</translation>
    </message>
    <message>
        <source>Takes this kernel from the library.</source>
        <translation>使用卷积核库中的这个卷积核。</translation>
    </message>
    <message>
        <source>How many rows of weights the kernel has, 1 to 31.</source>
        <translation>卷积核有几行权重，1 至 31。</translation>
    </message>
    <message>
        <source>How many columns of weights the kernel has, 1 to 31.</source>
        <translation>卷积核有几列权重，1 至 31。</translation>
    </message>
    <message>
        <source>The sum of the products is divided by this number: 9 makes a 3 × 3 sum a mean.</source>
        <translation>乘积的总和除以这个数：取 9 时，3 × 3 的总和变成平均值。</translation>
    </message>
    <message>
        <source>This number is added to every result, after the division.</source>
        <translation>除法之后，每个结果都加上这个数。</translation>
    </message>
    <message>
        <source>The weights of the kernel: type a number, turn the wheel or drag; the arrow keys move on.</source>
        <translation>卷积核的权重：可以键入数值、滚动滚轮或拖动；用方向键移动。</translation>
    </message>
    <message>
        <source>Gives every channel weights of its own.</source>
        <translation>让每个通道各有自己的权重。</translation>
    </message>
    <message>
        <source>The weights for the red channel.</source>
        <translation>红色通道的权重。</translation>
    </message>
    <message>
        <source>The weights for the green channel.</source>
        <translation>绿色通道的权重。</translation>
    </message>
    <message>
        <source>The weights for the blue channel.</source>
        <translation>蓝色通道的权重。</translation>
    </message>
    <message>
        <source>Kernels that have names: blurs, outlines, sharpening; each is shown with what it makes of your picture.</source>
        <translation>有名称的卷积核：模糊、轮廓、锐化；每个都附有它作用于你的图像的效果。</translation>
    </message>
    <message>
        <source>Finds kernels by their names and by what they do.</source>
        <translation>按名称和作用查找卷积核。</translation>
    </message>
    <message>
        <source>Copies the weights as a table for a spreadsheet.</source>
        <translation>把权重复制为电子表格可用的表格。</translation>
    </message>
    <message>
        <source>Takes weights from the clipboard: a table, a list, an array.</source>
        <translation>从剪贴板取得权重：表格、列表或数组。</translation>
    </message>
    <message>
        <source>Opens a file with a kernel, or writes this one to a file.</source>
        <translation>打开卷积核文件，或把当前的卷积核写入文件。</translation>
    </message>
    <message>
        <source>Swaps top and bottom of the kernel.</source>
        <translation>把卷积核上下对调。</translation>
    </message>
    <message>
        <source>Swaps left and right of the kernel.</source>
        <translation>把卷积核左右对调。</translation>
    </message>
    <message>
        <source>Turns the kernel by 90° clockwise; twice is the half turn of true convolution.</source>
        <translation>把卷积核顺时针旋转 90°；两次就是真正的卷积所需的旋转半圈。</translation>
    </message>
    <message>
        <source>Makes rows of columns: an upright outline becomes a level one.</source>
        <translation>行与列互换：竖直的轮廓变成水平的。</translation>
    </message>
    <message>
        <source>Changes the sign of every weight: what was positive becomes negative.</source>
        <translation>所有权重变号：正的变成负的。</translation>
    </message>
    <message>
        <source>Sets the divisor so that the brightness stays: the sum of the weights, or their number.</source>
        <translation>设定除数，使亮度保持不变：权重的总和，或权重的个数。</translation>
    </message>
    <message>
        <source>Draws whole weights from −3 to 3 by lot.</source>
        <translation>随机取 −3 至 3 的整数权重。</translation>
    </message>
    <message>
        <source>The window of the input, the kernel, and their products, number by number.</source>
        <translation>输入的窗口、卷积核，以及它们的乘积，逐个列出。</translation>
    </message>
    <message>
        <source>Keeps this place while the pointer moves on.</source>
        <translation>指针移开后仍保留这个位置。</translation>
    </message>
    <message>
        <source>Explains the number of the convolution.</source>
        <translation>解释卷积得到的数。</translation>
    </message>
    <message>
        <source>Explains the number after the activation.</source>
        <translation>解释激活函数之后的数。</translation>
    </message>
    <message>
        <source>Explains the number after the pooling.</source>
        <translation>解释池化之后的数。</translation>
    </message>
    <message>
        <source>The kernel that is used now; the list opens with pictures of all of them.</source>
        <translation>现在使用的卷积核；打开列表可看到所有卷积核的图示。</translation>
    </message>
    <message>
        <source>Every number is a window of the input times the kernel, added up, divided by the divisor, plus the bias.</source>
        <translation>每个数都是输入的一个窗口乘以卷积核、相加、除以除数、再加偏置。</translation>
    </message>
    <message>
        <source>The function that every number of the convolution goes through.</source>
        <translation>卷积的每个数都要经过的函数。</translation>
    </message>
    <message>
        <source>none: the numbers stay as they are, negative ones too.</source>
        <translation>无：数值保持不变，负数也一样。</translation>
    </message>
    <message>
        <source>ReLU: negative numbers become 0, the others stay.</source>
        <translation>ReLU：负数变成 0，其余不变。</translation>
    </message>
    <message>
        <source>leaky ReLU: negative numbers are made small instead of 0.</source>
        <translation>leaky ReLU：负数不变成 0，而是缩小。</translation>
    </message>
    <message>
        <source>sigmoid: every number is squeezed between 0 and 1; 0 becomes 0.5.</source>
        <translation>sigmoid：每个数都压缩到 0 与 1 之间；0 变成 0.5。</translation>
    </message>
    <message>
        <source>tanh: every number is squeezed between −1 and 1; 0 stays 0.</source>
        <translation>tanh：每个数都压缩到 −1 与 1 之间；0 仍为 0。</translation>
    </message>
    <message>
        <source>absolute value: the minus sign goes, so that outlines of both directions look alike.</source>
        <translation>绝对值：去掉负号，两个方向的轮廓看起来就一样了。</translation>
    </message>
    <message>
        <source>What negative numbers are multiplied by.</source>
        <translation>负数要乘以的数。</translation>
    </message>
    <message>
        <source>Opens a box for each side: top, bottom, left and right.</source>
        <translation>为每一边各开一个输入框：上、下、左、右。</translation>
    </message>
    <message>
        <source>Dilation pulls the weights apart: at 2 the window skips every other cell and covers more with as many weights.</source>
        <translation>空洞率把权重拉开：为 2 时窗口每隔一个单元格取一个，权重一样多，覆盖的范围更大。</translation>
    </message>
    <message>
        <source>How far apart neighbouring weights lie from left to right.</source>
        <translation>左右相邻的权重相隔多远。</translation>
    </message>
    <message>
        <source>What stands in the cells that the padding adds.</source>
        <translation>填充所补的单元格里放什么数。</translation>
    </message>
    <message>
        <source>zero: the added cells are 0.</source>
        <translation>零：补上的单元格都是 0。</translation>
    </message>
    <message>
        <source>a number: the added cells all have the number beside.</source>
        <translation>指定数值：补上的单元格都取旁边的数。</translation>
    </message>
    <message>
        <source>mean: the added cells have the mean of the picture.</source>
        <translation>平均值：补上的单元格都取图像的平均值。</translation>
    </message>
    <message>
        <source>reflect: the picture is mirrored at its outermost cells, which are not repeated.</source>
        <translation>镜像：以最外面的单元格为轴反射图像，最外面的不重复。</translation>
    </message>
    <message>
        <source>symmetric: the picture is mirrored at its border, so that its outermost cells stand twice.</source>
        <translation>对称：以边界为轴反射图像，最外面的单元格出现两次。</translation>
    </message>
    <message>
        <source>edge: the outermost cells are repeated outwards.</source>
        <translation>边缘：最外面的单元格向外重复。</translation>
    </message>
    <message>
        <source>wrap: what leaves on one side comes in again on the other, as on a tile.</source>
        <translation>环绕：从一边出去，从另一边进来，像拼接的瓷砖。</translation>
    </message>
    <message>
        <source>The number in all cells that the padding adds.</source>
        <translation>填充所补的每个单元格里的数。</translation>
    </message>
    <message>
        <source>Correlation: the kernel is laid on the window as it stands, as every deep-learning library does.</source>
        <translation>互相关：卷积核原样放到窗口上，所有深度学习库都这样做。</translation>
    </message>
    <message>
        <source>Convolution: the kernel is turned by 180° before it is laid on the window, as mathematics defines it.</source>
        <translation>卷积：卷积核先旋转 180°，再放到窗口上，这是数学上的定义。</translation>
    </message>
    <message>
        <source>How many cells are added around the picture.</source>
        <translation>在图像四周补多少单元格。</translation>
    </message>
    <message>
        <source>valid: nothing is added; the window stays inside, so the output is smaller than the input.</source>
        <translation>有效（valid）：什么都不补；窗口不出界，所以输出比输入小。</translation>
    </message>
    <message>
        <source>same: the output is as large as the input, at stride 1.</source>
        <translation>等宽（same）：步幅为 1 时，输出与输入一样大。</translation>
    </message>
    <message>
        <source>full: every place where kernel and picture touch has an output, so the output is larger than the input.</source>
        <translation>全部（full）：卷积核与图像相接的每个位置都有输出，所以输出比输入大。</translation>
    </message>
    <message>
        <source>custom: you say how many cells are added on each side.</source>
        <translation>自定义：由你指定每一边补多少单元格。</translation>
    </message>
    <message>
        <source>How many cells are added on every side.</source>
        <translation>每一边补多少单元格。</translation>
    </message>
    <message>
        <source>How many cells are added above the picture.</source>
        <translation>在图像上方补多少单元格。</translation>
    </message>
    <message>
        <source>How many cells are added below the picture.</source>
        <translation>在图像下方补多少单元格。</translation>
    </message>
    <message>
        <source>How many cells are added on the left of the picture.</source>
        <translation>在图像左边补多少单元格。</translation>
    </message>
    <message>
        <source>How many cells are added on the right of the picture.</source>
        <translation>在图像右边补多少单元格。</translation>
    </message>
    <message>
        <source>Stride: how many cells the window moves from one output cell to the next; at 2 the output is about half as large.</source>
        <translation>步幅：窗口从一个输出单元格到下一个移动几个单元格；为 2 时输出约为一半大小。</translation>
    </message>
    <message>
        <source>How many cells the window moves to the right from one output cell to the next.</source>
        <translation>窗口从一个输出单元格到下一个向右移动几个单元格。</translation>
    </message>
    <message>
        <source>Gives stride and dilation one number downwards and another one to the right.</source>
        <translation>步幅和空洞率在纵向、横向各用一个数。</translation>
    </message>
    <message>
        <source>What pooling makes of the values in its window.</source>
        <translation>池化怎样处理窗口中的值。</translation>
    </message>
    <message>
        <source>none: nothing is pooled, every value stays.</source>
        <translation>无：不做池化，每个值都保留。</translation>
    </message>
    <message>
        <source>max: of every window only the largest value is kept.</source>
        <translation>最大池化：每个窗口只保留最大的值。</translation>
    </message>
    <message>
        <source>average: every window becomes the mean of its values.</source>
        <translation>平均池化：每个窗口变成其中各值的平均值。</translation>
    </message>
    <message>
        <source>Gives the pooling window one number downwards and another one to the right.</source>
        <translation>池化窗口在纵向、横向各用一个数。</translation>
    </message>
    <message>
        <source>What becomes of cells at the bottom and on the right that do not fill a window.</source>
        <translation>下边和右边不足一个窗口的单元格怎样处理。</translation>
    </message>
    <message>
        <source>drop the rest: cells that do not fill a window are left out, the size is rounded down.</source>
        <translation>舍去：不足一个窗口的单元格不计入，大小向下取整。</translation>
    </message>
    <message>
        <source>keep the rest: incomplete windows count too, the size is rounded up.</source>
        <translation>保留：不完整的窗口也计入，大小向上取整。</translation>
    </message>
    <message>
        <source>same: padding completes the windows, the output is the input&apos;s size divided by the stride, rounded up.</source>
        <translation>same：用填充补足窗口，输出为输入大小除以步幅，向上取整。</translation>
    </message>
    <message>
        <source>How many cells the pooling window moves on; as many as it is large, windows do not overlap.</source>
        <translation>池化窗口每次移动几个单元格；与窗口大小相同时，窗口不重叠。</translation>
    </message>
    <message>
        <source>How many cells the pooling window moves to the right.</source>
        <translation>池化窗口向右移动几个单元格。</translation>
    </message>
    <message>
        <source>How large the pooling window is: 2 makes one value of 2 × 2.</source>
        <translation>池化窗口有多大：为 2 时，2 × 2 个值变成一个。</translation>
    </message>
    <message>
        <source>How wide the pooling window is.</source>
        <translation>池化窗口有多宽。</translation>
    </message>
    <message>
        <source>The mean is divided by the whole window, even where part of it is padding.</source>
        <translation>即使窗口的一部分是填充，平均值也除以整个窗口的大小。</translation>
    </message>
    <message>
        <source>Whether the kernel is used as it stands or turned by 180° first.</source>
        <translation>卷积核是原样使用，还是先旋转 180°。</translation>
    </message>
    <message>
        <source>How the chosen number was computed, from layer to layer down to the pixels.</source>
        <translation>所选的数是怎么算出来的，逐层追到像素。</translation>
    </message>
    <message>
        <source>Which pixels speak for an answer, in three ways.</source>
        <translation>哪些像素支持某个答案，有三种看法。</translation>
    </message>
    <message>
        <source>The weights of the chosen filter, which can be changed.</source>
        <translation>所选滤波器的权重，可以修改。</translation>
    </message>
    <message>
        <source>Moves the digit and shows which networks still read it.</source>
        <translation>移动数字，看哪些网络仍能识别。</translation>
    </message>
    <message>
        <source>Which digits are taken for others, and the digits themselves.</source>
        <translation>哪些数字被识别成别的，以及这些数字本身。</translation>
    </message>
    <message>
        <source>Accuracy and loss of every epoch of the training.</source>
        <translation>训练中每一轮的准确率和损失。</translation>
    </message>
    <message>
        <source>The windows and products behind the chosen number; click one to go there.</source>
        <translation>所选的数背后的窗口与乘积；单击其中一个可转到那里。</translation>
    </message>
    <message>
        <source>The contributions to the chosen number; click one to go there.</source>
        <translation>对所选的数的各项贡献；单击其中一项可转到那里。</translation>
    </message>
    <message>
        <source>The way from the answer to this number; click a stop to go back to it.</source>
        <translation>从答案到这个数的路径；单击一站可返回。</translation>
    </message>
    <message>
        <source>Takes these weights to the Lab, as its kernel.</source>
        <translation>把这些权重作为卷积核放到实验室。</translation>
    </message>
    <message>
        <source>Switches this filter off and shows what becomes of the probabilities.</source>
        <translation>停用这个滤波器，看概率怎样变化。</translation>
    </message>
    <message>
        <source>Lists the contributions in the order of their maps.</source>
        <translation>按特征图的顺序列出各项贡献。</translation>
    </message>
    <message>
        <source>Lists the largest contributions first.</source>
        <translation>贡献大的排在前面。</translation>
    </message>
    <message>
        <source>The number that this filter adds to each of its sums.</source>
        <translation>这个滤波器给每个总和加上的数。</translation>
    </message>
    <message>
        <source>The weights of this filter; change one and watch the probabilities.</source>
        <translation>这个滤波器的权重；改变一个，观察概率。</translation>
    </message>
    <message>
        <source>One map of weights for each map of the layer before.</source>
        <translation>前一层的每张特征图对应一张权重图。</translation>
    </message>
    <message>
        <source>Puts the Lab&apos;s kernel in the place of these weights.</source>
        <translation>用实验室的卷积核替换这些权重。</translation>
    </message>
    <message>
        <source>Gives this filter the weights back that were trained.</source>
        <translation>把这个滤波器还原为训练值。</translation>
    </message>
    <message>
        <source>Puts the weights in another order: their pattern is gone, their sum stays.</source>
        <translation>打乱权重的顺序：图案没有了，总和不变。</translation>
    </message>
    <message>
        <source>Puts the weights of all filters of this layer in another order.</source>
        <translation>打乱这一层所有滤波器的权重顺序。</translation>
    </message>
    <message>
        <source>Multiplies all weights of this filter: 0 switches it off.</source>
        <translation>所有权重乘以这个数：0 即停用这个滤波器。</translation>
    </message>
    <message>
        <source>Takes the last change of this filter back.</source>
        <translation>撤销对这个滤波器的上一次更改。</translation>
    </message>
    <message>
        <source>Paper: draw a digit here, the network reads it at every stroke.</source>
        <translation>纸：在此画数字，每画一笔网络都会识别。</translation>
    </message>
    <message>
        <source>Stops opening this network.</source>
        <translation>停止打开这个网络。</translation>
    </message>
    <message>
        <source>Says what the answers of this network are called.</source>
        <translation>指定这个网络的各个答案叫什么。</translation>
    </message>
    <message>
        <source>Which numbers black and white had when this network was trained.</source>
        <translation>训练这个网络时黑与白用的是哪些数值。</translation>
    </message>
    <message>
        <source>The network reads the digit, prepared as MNIST&apos;s are.</source>
        <translation>网络读取按 MNIST 方式预处理过的数字。</translation>
    </message>
    <message>
        <source>The network reads the photo as it is.</source>
        <translation>网络直接读取原来的照片。</translation>
    </message>
    <message>
        <source>Takes the range at which this network is surest.</source>
        <translation>采用这个网络最确定的数值范围。</translation>
    </message>
    <message>
        <source>How sure the network is of each class; click one to see where its number comes from.</source>
        <translation>网络对每个类别有多确定；单击一个可查看它的数从何而来。</translation>
    </message>
    <message>
        <source>All maps of this layer; point at a value to see what it sees, click to go one layer down.</source>
        <translation>这一层的所有特征图；指向一个值可查看它的感受野，单击进入下一层。</translation>
    </message>
    <message>
        <source>Folds this layer&apos;s maps away, to make room for the others.</source>
        <translation>折叠这一层的特征图，为其他层腾出空间。</translation>
    </message>
    <message>
        <source>How bright the window is; pictures keep their own colours.</source>
        <translation>窗口的明暗；图片保持自己的颜色。</translation>
    </message>
    <message>
        <source>Follows what the system is set to, at once when that changes.</source>
        <translation>跟随系统的设置，系统一改就跟着改。</translation>
    </message>
    <message>
        <source>Dark figures on white: best on a projector in a bright room.</source>
        <translation>白底深色数字：最适合明亮教室里的投影。</translation>
    </message>
    <message>
        <source>Bright figures on dark: easier on the eyes in a dim room.</source>
        <translation>深底浅色数字：光线较暗时不刺眼。</translation>
    </message>
    <message>
        <source>The language of every text, at once; your experiments stay as they are.</source>
        <translation>所有文字的语言，立即生效；实验不受影响。</translation>
    </message>
    <message>
        <source>The system’s language where ConvViz has it, otherwise English.</source>
        <translation>使用系统的语言；ConvViz 没有该语言时用英语。</translation>
    </message>
    <message>
        <source>Every text and the glossary change to this language.</source>
        <translation>所有文字和术语表都改用这种语言。</translation>
    </message>
    <message>
        <source>What you see first when ConvViz is opened.</source>
        <translation>打开 ConvViz 时首先看到的内容。</translation>
    </message>
    <message>
        <source>Begins with the samples, your recent files and the button for a file of your own.</source>
        <translation>从示例、最近用过的文件和打开自己文件的按钮开始。</translation>
    </message>
    <message>
        <source>Goes straight to the file you had open last, as in a course of several lessons.</source>
        <translation>直接打开上次的文件，适合分几次课完成的内容。</translation>
    </message>
    <message>
        <source>Makes every text and every control larger, for a projector or tired eyes.</source>
        <translation>放大所有文字和控件，适合投影或眼睛疲劳时使用。</translation>
    </message>
    <message>
        <source>Measured against the usual size, which is 100 %.</source>
        <translation>以通常的大小为 100 %。</translation>
    </message>
    <message>
        <source>Place and size on the screen, and how its parts are divided, are the same next time.</source>
        <translation>下次启动时，窗口的位置、大小和各部分的划分都与这次相同。</translation>
    </message>
    <message>
        <source>The file can be handed on by itself; without its picture it is smaller, but needs the picture’s file.</source>
        <translation>这样的文件可以单独交给别人；不含图片时较小，但还需要图片文件。</translation>
    </message>
    <message>
        <source>Brings your unsaved work back without asking when the program ended unexpectedly.</source>
        <translation>程序意外结束后，不询问就恢复未保存的工作。</translation>
    </message>
    <message>
        <source>Ends this dialog; what was changed here holds already.</source>
        <translation>关闭这个对话框；这里的更改已经生效。</translation>
    </message>
    <message>
        <source>Which part of the page goes onto the slide: one stage, or all of them in a row.</source>
        <translation>把页面的哪一部分放到幻灯片上：一个阶段，或者并排的所有阶段。</translation>
    </message>
    <message>
        <source>All stages beside each other with kernel and formulas: the whole way of the numbers on one slide.</source>
        <translation>所有阶段并排，连同卷积核和公式：一张幻灯片讲完数字的全过程。</translation>
    </message>
    <message>
        <source>Only this part, as large as the slide allows.</source>
        <translation>只有这一部分，可以占满幻灯片。</translation>
    </message>
    <message>
        <source>The kind of file, which decides where it can be used and whether it can be enlarged.</source>
        <translation>文件的格式，决定它能用在哪里、放大后是否仍然清晰。</translation>
    </message>
    <message>
        <source>Opens everywhere; choose a large size for print.</source>
        <translation>到处都能打开；要打印时请选较大的尺寸。</translation>
    </message>
    <message>
        <source>Can be taken apart in a drawing program or put on a web page.</source>
        <translation>可以在绘图软件中拆开编辑，也可以放到网页上。</translation>
    </message>
    <message>
        <source>For LaTeX, for print, and for sending to somebody who only wants to look.</source>
        <translation>适合 LaTeX、打印，或发给只需要查看的人。</translation>
    </message>
    <message>
        <source>More pixels make a sharper slide and a larger file.</source>
        <translation>像素越多，幻灯片越清晰，文件也越大。</translation>
    </message>
    <message>
        <source>As on the screen: enough for a web page.</source>
        <translation>与屏幕上一样：用于网页就够了。</translation>
    </message>
    <message>
        <source>Finer than the screen: figures stay sharp on a projector and in print.</source>
        <translation>比屏幕更精细：投影和打印时数字仍然清晰。</translation>
    </message>
    <message>
        <source>What lies behind figures and titles; choose it like the slide’s.</source>
        <translation>数字和标题后面的底色；请与幻灯片的底色一致。</translation>
    </message>
    <message>
        <source>For white slides and for paper.</source>
        <translation>用于白色幻灯片和纸张。</translation>
    </message>
    <message>
        <source>For dark slides: figures and lines are bright.</source>
        <translation>用于深色幻灯片：数字和线条是浅色的。</translation>
    </message>
    <message>
        <source>The slide’s own colour shows through, so that no box is seen.</source>
        <translation>透出幻灯片自己的颜色，看不到底框。</translation>
    </message>
    <message>
        <source>Puts the figure on the clipboard, to paste it into a slide straight away.</source>
        <translation>把这张图放到剪贴板，可以直接粘贴到幻灯片中。</translation>
    </message>
    <message>
        <source>Asks for a place and writes the figure there.</source>
        <translation>询问保存位置，然后写入这张图。</translation>
    </message>
    <message>
        <source>Ends this dialog; while a file is being written, stops that instead.</source>
        <translation>关闭这个对话框；正在写文件时则停止写入。</translation>
    </message>
    <message>
        <source>The figure as it will be written; a chequered ground means that there is none.</source>
        <translation>将要写入的图；棋盘格表示没有底色。</translation>
    </message>
    <message>
        <source>How many pixels high the picture is; up to about 12 every number can be read.</source>
        <translation>图片的高度（像素）；不超过约 12 行时每个数字都看得清。</translation>
    </message>
    <message>
        <source>How many pixels wide the picture is; 9 by 9 is small enough to work out by hand.</source>
        <translation>图片的宽度（像素）；9 × 9 小到可以手算。</translation>
    </message>
    <message>
        <source>Between which numbers a pixel lies: its darkest and its brightest value.</source>
        <translation>像素值的范围：最暗和最亮的值。</translation>
    </message>
    <message>
        <source>As photos are stored: whole numbers, 0 is black and 255 white.</source>
        <translation>与照片的存储方式相同：整数，0 为黑，255 为白。</translation>
    </message>
    <message>
        <source>As networks are fed: 0 is black and 1 is white.</source>
        <translation>与输入网络时相同：0 为黑，1 为白。</translation>
    </message>
    <message>
        <source>Ink is 1 and paper −1, so that agreeing pixels give positive products.</source>
        <translation>墨迹为 1，纸为 −1，一致的像素相乘得正数。</translation>
    </message>
    <message>
        <source>The paper that you draw on: all pixels have this number at first.</source>
        <translation>作画的底色：开始时所有像素都是这个数。</translation>
    </message>
    <message>
        <source>Takes the place of the present picture in the Lab, ready to be drawn on; Undo brings that back.</source>
        <translation>替换实验室中现在的图片，随即可以绘制；撤销可以恢复原图。</translation>
    </message>
    <message>
        <source>Changes nothing.</source>
        <translation>不做任何更改。</translation>
    </message>
    <message>
        <source>Finds words by any of their names, in English and Chinese, and by what is said of them.</source>
        <translation>用中英文的任一名称或解释中的文字查找术语。</translation>
    </message>
    <message>
        <source>The words that fit the search; choose one to read what it means.</source>
        <translation>符合查找内容的术语；选择一个即可阅读它的含义。</translation>
    </message>
    <message>
        <source>What the word means; a coloured word in it leads to its own explanation.</source>
        <translation>术语的含义；其中带颜色的词可以单击，看它自己的解释。</translation>
    </message>
    <message>
        <source>Returns to the word that you came from.</source>
        <translation>回到刚才看的术语。</translation>
    </message>
    <message>
        <source>What each key does, page by page; scroll where there are more than fit.</source>
        <translation>每个按键的作用，按页面分组；放不下时可以滚动。</translation>
    </message>
    <message>
        <source>Puts the sheet away; F1 brings it back.</source>
        <translation>收起这张表；按 F1 可再次打开。</translation>
    </message>
    <message>
        <source>Which programs are at work here; a report of a fault needs these numbers.</source>
        <translation>这里用到的各个软件的版本；报告问题时需要这些数字。</translation>
    </message>
    <message>
        <source>Puts these numbers on the clipboard, to paste them into a report.</source>
        <translation>把这些版本号放到剪贴板，便于粘贴到问题报告中。</translation>
    </message>
    <message>
        <source>Returns to your work.</source>
        <translation>回到你的工作。</translation>
    </message>
    <message>
        <source>Freezes the live picture, so that its numbers can be read, and lets it go on.</source>
        <translation>定格实时画面以便查看数值，再次单击则继续。</translation>
    </message>
    <message>
        <source>Where the video is; drag to look for a picture.</source>
        <translation>视频的播放位置；拖动可查找某一画面。</translation>
    </message>
    <message>
        <source>Begins the video anew at its end, again and again.</source>
        <translation>视频播放到结尾后从头开始，反复播放。</translation>
    </message>
    <message>
        <source>Makes this one picture the experiment’s own: it is saved with it, and Undo takes it back.</source>
        <translation>把这幅画面作为实验的图片：它随实验保存，可以撤销。</translation>
    </message>
    <message>
        <source>Ends the live picture and releases the camera; the picture before comes back.</source>
        <translation>结束实时画面并释放摄像头，恢复之前的图片。</translation>
    </message>
    <message>
        <source>Change the pixels of the picture: draw with a pencil, fill areas, type numbers into cells.</source>
        <translation>更改图片的像素：用铅笔绘制、填充区域，或在单元格中输入数值。</translation>
    </message>
    <message>
        <source>Every cell that is pressed or drawn over gets the value.</source>
        <translation>按下或拖过的每个单元格都取这个值。</translation>
    </message>
    <message>
        <source>The pressed cell, and all like it that hang together with it, get the value.</source>
        <translation>按下的单元格，以及与它相连且值相同的单元格，都取这个值。</translation>
    </message>
    <message>
        <source>A click frames a cell; what is typed is its number, Enter and Tab go on.</source>
        <translation>单击可选中单元格，输入的数就是它的值，Enter 和 Tab 移到下一个。</translation>
    </message>
    <message>
        <source>The number that pencil and fill put into cells.</source>
        <translation>铅笔和填充写入单元格的数值。</translation>
    </message>
    <message>
        <source>Which numbers of a colour pixel are changed.</source>
        <translation>更改彩色像素中的哪些数值。</translation>
    </message>
    <message>
        <source>All: red, green and blue get the same value, a grey.</source>
        <translation>全：红、绿、蓝取相同的值，即灰色。</translation>
    </message>
    <message>
        <source>R: only the red channel is changed.</source>
        <translation>R：只更改红色通道。</translation>
    </message>
    <message>
        <source>G: only the green channel is changed.</source>
        <translation>G：只更改绿色通道。</translation>
    </message>
    <message>
        <source>B: only the blue channel is changed.</source>
        <translation>B：只更改蓝色通道。</translation>
    </message>
    <message>
        <source>Side by side: the same place of the picture is marked in both maps.</source>
        <translation>并排：图片的同一位置在两张特征图中都有标记。</translation>
    </message>
    <message>
        <source>Makes the kept settings the present ones again.</source>
        <translation>让保留的设置重新成为当前设置。</translation>
    </message>
    <message>
        <source>Ends the comparison; Undo brings the kept result back.</source>
        <translation>结束比较；撤销可以找回保留的结果。</translation>
    </message>
    <message>
        <source>Gives the kept result the whole width; Esc brings the others back.</source>
        <translation>让保留的结果占满整个宽度；按 Esc 恢复其他阶段。</translation>
    </message>
    <message>
        <source>What can be done with the kept result: copy it, export it, change its colours.</source>
        <translation>可以对保留的结果做的事：复制、导出、改变颜色。</translation>
    </message>
    <message>
        <source>The kept result; point at a number to see what the present settings make of the same place.</source>
        <translation>保留的结果；指向一个数，可查看当前设置在同一位置得到的值。</translation>
    </message>
    <message>
        <source>Keeps this result, so that what the next settings make can be laid beside it.</source>
        <translation>保留这个结果，以便与之后的设置得到的结果并排比较。</translation>
    </message>
    <message>
        <source>The kept settings on the picture that is open now, beside the present ones: what differs, and both values of the place that is pointed at.</source>
        <translation>保留的设置与当前设置用于现在打开的图片：有哪些不同，以及所指位置的两个值。</translation>
    </message>
    <message>
        <source>Slider: left of the line the kept map, right of it the present one.</source>
        <translation>滑块：线的左边是保留的特征图，右边是当前的。</translation>
    </message>
    <message>
        <source>Begin, open, save, take away.</source>
        <translation>新建、打开、保存、导出。</translation>
    </message>
    <message>
        <source>Take changes back, bring something from the clipboard, set the program up.</source>
        <translation>撤销更改、从剪贴板取得内容、设置程序。</translation>
    </message>
    <message>
        <source>Which page is shown, how large and how bright, and on the whole screen.</source>
        <translation>显示哪个页面、多大、多亮，以及是否全屏。</translation>
    </message>
    <message>
        <source>Keys, words of the field, and what each control is for.</source>
        <translation>快捷键、专业术语，以及每个控件的用途。</translation>
    </message>
    <message>
        <source>What was open before, the latest first.</source>
        <translation>以前打开过的文件，最近的在前。</translation>
    </message>
    <message>
        <source>Opens this file again.</source>
        <translation>再次打开这个文件。</translation>
    </message>
    <message>
        <source>One step larger, up to twice the usual size.</source>
        <translation>放大一级，最大为通常大小的两倍。</translation>
    </message>
    <message>
        <source>One step smaller, so that more fits on the page.</source>
        <translation>缩小一级，页面上能放下更多内容。</translation>
    </message>
    <message>
        <source>Back to the size that ConvViz begins with.</source>
        <translation>恢复 ConvViz 最初的大小。</translation>
    </message>
    <message>
        <source>A figure with titles and colour bars as PNG, SVG or PDF; a preview shows it first.</source>
        <translation>带标题和色条的图，存为 PNG、SVG 或 PDF；可先预览。</translation>
    </message>
    <message>
        <source>The steps of the sum as a film, or the present one as a picture.</source>
        <translation>把逐步计算存为动画，或把当前一步存为图片。</translation>
    </message>
    <message>
        <source>Open a picture first: its stages are offered here then.</source>
        <translation>请先打开图片：之后这里会列出各个阶段。</translation>
    </message>
    <message>
        <source>This one as a picture, or all its numbers as CSV, TIFF or NumPy.</source>
        <translation>把它存为图片，或把全部数值存为 CSV、TIFF 或 NumPy。</translation>
    </message>
    <message>
        <source>Hold something before the camera and watch what the kernel makes of it.</source>
        <translation>把东西放到摄像头前，看卷积核怎样处理它。</translation>
    </message>
    <message>
        <source>Reads the weights from a file, such as a table of a spreadsheet.</source>
        <translation>从文件读取权重，例如电子表格的表。</translation>
    </message>
    <message>
        <source>Writes a second file under another name; the first stays as it is.</source>
        <translation>用另一个名称写入第二个文件；原文件保持不变。</translation>
    </message>
    <message>
        <source>Ends the program; where something is unsaved, you are asked first.</source>
        <translation>结束程序；有未保存的内容时会先询问。</translation>
    </message>
    <message>
        <source>Brings the keyboard to the next panel, so that everything can be reached without a mouse.</source>
        <translation>让键盘转到下一个面板，不用鼠标也能到达所有地方。</translation>
    </message>
    <message>
        <source>Brings the keyboard to the panel before.</source>
        <translation>让键盘回到上一个面板。</translation>
    </message>
    <message>
        <source>One or two cards over the whole screen, with figures that the last row can read.</source>
        <translation>一张或两张卡片占满整个屏幕，最后一排也看得清数字。</translation>
    </message>
    <message>
        <source>The window without its frame and the system’s bars.</source>
        <translation>窗口占满屏幕，没有边框和系统栏。</translation>
    </message>
    <message>
        <source>What stride, padding, feature map and other words mean, in three languages.</source>
        <translation>步幅、填充、特征图等术语的含义，有三种语言。</translation>
    </message>
    <message>
        <source>Says what the control does that the keyboard is at, with a way into the glossary.</source>
        <translation>说明键盘所在控件的作用，并可转到术语表。</translation>
    </message>
    <message>
        <source>The next click explains what it lands on instead of doing it.</source>
        <translation>下一次单击只解释所指的控件，不执行操作。</translation>
    </message>
    <message>
        <source>Version, licence, and the programs that ConvViz is made with.</source>
        <translation>版本、许可证，以及 ConvViz 所用的软件。</translation>
    </message>
    <message>
        <source>Version and licence of Qt, which draws this window.</source>
        <translation>绘制这个窗口的 Qt 的版本和许可证。</translation>
    </message>
    <message>
        <source>Keeps a part of the picture: fewer numbers, each of them readable.</source>
        <translation>保留图片的一部分：数字更少，个个看得清。</translation>
    </message>
    <message>
        <source>Computes the picture in another size, by a method that you choose.</source>
        <translation>用你选择的方法把图片算成另一种大小。</translation>
    </message>
    <message>
        <source>Shows bytes divided by 255, as networks read them; the sums follow.</source>
        <translation>把字节值除以 255 显示，与网络读取的一样；总和随之改变。</translation>
    </message>
    <message>
        <source>For a message or a worksheet: symbols and numbers in one line each.</source>
        <translation>用于消息或练习纸：符号和数字各占一行。</translation>
    </message>
    <message>
        <source>For papers and slides that are set with LaTeX.</source>
        <translation>用于以 LaTeX 排版的论文和幻灯片。</translation>
    </message>
    <message>
        <source>A few lines that compute the same map with correlate2d, to check ours.</source>
        <translation>用 correlate2d 计算同一张特征图的几行代码，可核对我们的结果。</translation>
    </message>
    <message>
        <source>A Keras layer with these weights and settings, to go on with in a network.</source>
        <translation>带有这些权重和设置的 Keras 层，可继续用在网络中。</translation>
    </message>
    <message>
        <source>The same as a PyTorch layer, whose order of axes differs.</source>
        <translation>同样的 PyTorch 层，其轴的顺序不同。</translation>
    </message>
    <message>
        <source>Writes the weights to a file that ConvViz, a spreadsheet or NumPy reads.</source>
        <translation>把权重写入 ConvViz、电子表格或 NumPy 能读取的文件。</translation>
    </message>
    <message>
        <source>The film goes to the moment at which this cell is computed.</source>
        <translation>动画转到计算这个单元格的时刻。</translation>
    </message>
    <message>
        <source>Holds this cell, so that its window and products can be compared with another’s.</source>
        <translation>固定这个单元格，可以把它的窗口和乘积与另一个比较。</translation>
    </message>
    <message>
        <source>The same filters in another order: the next layer no longer finds what it expects.</source>
        <translation>滤波器相同，顺序不同：下一层找不到它期待的特征图。</translation>
    </message>
    <message>
        <source>The same numbers in other places: what the filters had learned is lost.</source>
        <translation>数值相同，位置不同：滤波器学到的内容都丢失了。</translation>
    </message>
    <message>
        <source>How wide a stroke is; the digits of MNIST are drawn rather boldly.</source>
        <translation>笔画的粗细；MNIST 的数字笔画较粗。</translation>
    </message>
    <message>
        <source>MNIST’s digits are white on black: dark writing on paper is turned round first.</source>
        <translation>MNIST 的数字是黑底白字：纸上的深色字迹先要反转。</translation>
    </message>
    <message>
        <source>Printed lines of squared or ruled paper would be read as strokes.</source>
        <translation>方格纸或横线纸上印的线条会被当成笔画。</translation>
    </message>
    <message>
        <source>Higher leaves shadows out, lower keeps faint strokes.</source>
        <translation>调高可去掉阴影，调低可保留淡的笔画。</translation>
    </message>
    <message>
        <source>Drag a rectangle around the digit where other things are on the photo.</source>
        <translation>照片上有其他东西时，拖动矩形框出数字。</translation>
    </message>
    <message>
        <source>Looks for the digit everywhere on the photo again.</source>
        <translation>重新在整张照片上寻找数字。</translation>
    </message>
    <message>
        <source>The Lab opens the map that the filter reads, so that its numbers agree with those here.</source>
        <translation>实验室打开滤波器读取的特征图，数值与这里一致。</translation>
    </message>
    <message>
        <source>The Lab keeps its picture and shows what the filter finds on it.</source>
        <translation>实验室保留自己的图片，显示滤波器在上面找到什么。</translation>
    </message>
    <message>
        <source>Puts what the card shows on the clipboard, to paste it into a document.</source>
        <translation>把卡片显示的内容放到剪贴板，可粘贴到文档中。</translation>
    </message>
    <message>
        <source>Shows the whole map, as large as there is room.</source>
        <translation>显示整张特征图，尽可能大。</translation>
    </message>
    <message>
        <source>The sharpest view of a photo: nothing is left out and nothing is blurred.</source>
        <translation>照片最清晰的显示：不略去也不模糊任何值。</translation>
    </message>
    <message>
        <source>Leaves values out where they do not fit, so that each one shown is true.</source>
        <translation>放不下时略去一些值，但显示的每个值都是真实的。</translation>
    </message>
    <message>
        <source>Mixes neighbours where they do not fit, so that the picture looks smooth.</source>
        <translation>放不下时取相邻值的平均，图片看起来平滑。</translation>
    </message>
    <message>
        <source>The figure on white paper, sharp enough for a slide or for print.</source>
        <translation>白底的图，清晰度足够用于幻灯片或打印。</translation>
    </message>
    <message>
        <source>How many times as many pixels as on the screen, in each direction.</source>
        <translation>每个方向的像素数是屏幕上的多少倍。</translation>
    </message>
    <message>
        <source>Which numbers the first and the last colour stand for.</source>
        <translation>第一种和最后一种颜色各代表什么数值。</translation>
    </message>
    <message>
        <source>What suits this stage: bytes keep theirs, results with a sign are symmetric.</source>
        <translation>适合这个阶段的范围：字节值用自身的范围，有正负的结果用对称范围。</translation>
    </message>
    <message>
        <source>Every colour is used: shows faint differences, but changes with the picture.</source>
        <translation>用上所有颜色：能看出细微差别，但会随图片改变。</translation>
    </message>
    <message>
        <source>A few extreme values do not take the colours from all others.</source>
        <translation>少数极端值不会占用其他值的颜色。</translation>
    </message>
    <message>
        <source>What kernel and picture allow: pictures can be compared with each other.</source>
        <translation>由卷积核和图片决定的最大范围：不同图片可以互相比较。</translation>
    </message>
    <message>
        <source>0 lies in the middle, so that its colour tells positive from negative.</source>
        <translation>0 在正中，颜色能分清正负。</translation>
    </message>
    <message>
        <source>Your own two ends, the same for every picture: good for comparing.</source>
        <translation>自己设定两端，对每张图片都相同：便于比较。</translation>
    </message>
    <message>
        <source>Reads the picture that is open in the Lab.</source>
        <translation>识别实验室中打开的图片。</translation>
    </message>
    <message>
        <source>What is done to a photo before the network reads it; click a step to change it.</source>
        <translation>网络识别之前对照片做的处理；单击一个步骤可以调整。</translation>
    </message>
    <message>
        <source>Draws white strokes; hold the button to choose how thick.</source>
        <translation>画白色笔画；按住按钮可选粗细。</translation>
    </message>
    <message>
        <source>Rubs strokes out; hold the button to choose how wide.</source>
        <translation>擦除笔画；按住按钮可选宽度。</translation>
    </message>
    <message>
        <source>Takes the last stroke back.</source>
        <translation>撤销上一笔。</translation>
    </message>
    <message>
        <source>Takes an empty sheet.</source>
        <translation>换一张空白的纸。</translation>
    </message>
    <message>
        <source>Takes the next handwritten digit that comes with ConvViz.</source>
        <translation>取下一个 ConvViz 自带的手写数字。</translation>
    </message>
    <message>
        <source>Moves the digit to the right or, below 0, to the left.</source>
        <translation>把数字向右移动，小于 0 时向左。</translation>
    </message>
    <message>
        <source>Moves the digit down or, below 0, up.</source>
        <translation>把数字向下移动，小于 0 时向上。</translation>
    </message>
    <message>
        <source>Turns the digit.</source>
        <translation>旋转数字。</translation>
    </message>
    <message>
        <source>Makes the digit larger or smaller.</source>
        <translation>放大或缩小数字。</translation>
    </message>
    <message>
        <source>Adds random numbers to the pixels.</source>
        <translation>给像素加上随机数。</translation>
    </message>
    <message>
        <source>Puts the digit back where it was.</source>
        <translation>把数字放回原处。</translation>
    </message>
    <message>
        <source>Which network reads the digit.</source>
        <translation>由哪个网络识别数字。</translation>
    </message>
    <message>
        <source>Three convolutions and a dense layer, trained as well as ConvViz can.</source>
        <translation>三个卷积层加一个全连接层，用 ConvViz 的最佳训练方案训练。</translation>
    </message>
    <message>
        <source>Two convolutions of 5 × 5 and a large dense layer, in the manner of LeNet.</source>
        <translation>两个 5 × 5 卷积层加一个大的全连接层，仿照 LeNet。</translation>
    </message>
    <message>
        <source>Dense layers only: every neuron sees every pixel.</source>
        <translation>只有全连接层：每个神经元都看到所有像素。</translation>
    </message>
    <message>
        <source>A network of the same layers, trained as its tutorial does, or one of your own.</source>
        <translation>层相同、按教程的方案训练的网络，或你自己的网络。</translation>
    </message>
    <message>
        <source>Looks inside a network of your own: a Keras file.</source>
        <translation>查看你自己的网络内部：Keras 文件。</translation>
    </message>
    <message>
        <source>Trains a network of your own on MNIST&apos;s digits.</source>
        <translation>用 MNIST 的数字训练你自己的网络。</translation>
    </message>
    <message>
        <source>Every map has the full range of colours for itself.</source>
        <translation>每张特征图单独使用全部颜色范围。</translation>
    </message>
    <message>
        <source>All maps of a layer share one range: weak maps look weak.</source>
        <translation>同一层的特征图共用一个范围：弱的看起来也弱。</translation>
    </message>
    <message>
        <source>All layers share one range of colours.</source>
        <translation>所有层共用一个颜色范围。</translation>
    </message>
    <message>
        <source>Test digits, with what they are and what they were read as; click one to take it to the paper.</source>
        <translation>测试数字，以及它们实际为什么、识别为什么；单击一个可放到纸上。</translation>
    </message>
    <message>
        <source>Shows the test digits of one label only.</source>
        <translation>只显示一种标签的测试数字。</translation>
    </message>
    <message>
        <source>The test digits that carry this label, or all of them.</source>
        <translation>带有这个标签的测试数字，或全部测试数字。</translation>
    </message>
    <message>
        <source>Shows the misread digits.</source>
        <translation>显示识别错误的数字。</translation>
    </message>
    <message>
        <source>Shows the digits that were read correctly as well.</source>
        <translation>也显示识别正确的数字。</translation>
    </message>
    <message>
        <source>What was read as what: on the diagonal lie the digits that were read correctly.</source>
        <translation>什么被识别成什么：对角线上是识别正确的数字。</translation>
    </message>
    <message>
        <source>Stops reading the test digits.</source>
        <translation>停止识别测试数字。</translation>
    </message>
    <message>
        <source>Fetches MNIST&apos;s digits, after telling you from where.</source>
        <translation>下载 MNIST 的数字，并先说明来源。</translation>
    </message>
    <message>
        <source>Lets this network read the 10,000 test digits.</source>
        <translation>让这个网络识别 10,000 个测试数字。</translation>
    </message>
    <message>
        <source>Chooses MNIST&apos;s file on this computer.</source>
        <translation>选择这台电脑上的 MNIST 文件。</translation>
    </message>
    <message>
        <source>Loss and accuracy after every epoch; point at one to read its numbers.</source>
        <translation>每一轮之后的损失和准确率；指向一轮可查看数值。</translation>
    </message>
    <message>
        <source>For which answer the pixels are weighed.</source>
        <translation>针对哪个答案衡量像素。</translation>
    </message>
    <message>
        <source>Weighs the pixels for this answer.</source>
        <translation>针对这个答案衡量像素。</translation>
    </message>
    <message>
        <source>The layer whose maps Grad-CAM weighs.</source>
        <translation>Grad-CAM 衡量哪一层的特征图。</translation>
    </message>
    <message>
        <source>Weighs the maps of this layer.</source>
        <translation>衡量这一层的特征图。</translation>
    </message>
    <message>
        <source>How large the black patch is that covers the digit, in pixels.</source>
        <translation>遮住数字的黑块有多大，以像素计。</translation>
    </message>
    <message>
        <source>Covers every place once and reads the digit each time; the same button stops it.</source>
        <translation>逐处遮住并每次重新识别数字；再次单击停止。</translation>
    </message>
    <message>
        <source>What is trained: how many layers it has, and of which kind.</source>
        <translation>训练什么网络：有多少层，是哪种层。</translation>
    </message>
    <message>
        <source>A network without convolution, to see how much harder it finds digits that have moved.</source>
        <translation>没有卷积的网络，可以看到数字移动后它有多难识别。</translation>
    </message>
    <message>
        <source>The classic from 1998 that read digits on cheques: small and quick to train.</source>
        <translation>1998 年用来识别支票数字的经典网络：小，训练快。</translation>
    </message>
    <message>
        <source>A present-day network with small kernels: takes longer and misreads fewer digits.</source>
        <translation>使用小卷积核的现代网络：训练较久，识别错误更少。</translation>
    </message>
    <message>
        <source>Plain and quick, so that you can compare the curves with a textbook’s.</source>
        <translation>简单快速，便于把曲线与教科书对照。</translation>
    </message>
    <message>
        <source>Slower: changed digits make the network read other people’s writing better.</source>
        <translation>较慢：用变化过的数字训练，能更好地识别别人的笔迹。</translation>
    </message>
    <message>
        <source>More rounds lower the errors, until single digits are learned by heart.</source>
        <translation>轮数越多错误越少，直到开始死记个别数字。</translation>
    </message>
    <message>
        <source>The same number gives the same network again; try several to see what is chance.</source>
        <translation>同一个数会得到同一个网络；换几个数可以看出哪些是偶然的。</translation>
    </message>
    <message>
        <source>Asks for the 70,000 handwritten digits that the network learns from.</source>
        <translation>选择供网络学习的 70,000 个手写数字的文件。</translation>
    </message>
    <message>
        <source>Falling loss and rising accuracy mean that it learns; a growing gap means that it learns by heart.</source>
        <translation>损失下降、准确率上升说明它在学习；差距变大说明它在死记。</translation>
    </message>
    <message>
        <source>Puts this window away; a training that runs goes on.</source>
        <translation>收起这个窗口；正在进行的训练会继续。</translation>
    </message>
    <message>
        <source>Trains a network from random weights; the curves grow epoch by epoch.</source>
        <translation>从随机权重开始训练；曲线逐轮增长。</translation>
    </message>
    <message>
        <source>Stops at once; use it when the settings were wrong.</source>
        <translation>立即停止；设置有误时使用。</translation>
    </message>
    <message>
        <source>Ends early with the weights that have done best so far.</source>
        <translation>提前结束，采用到目前为止表现最好的权重。</translation>
    </message>
    <message>
        <source>Writes the network as a Keras file, which other programs read too.</source>
        <translation>把网络写成 Keras 文件，其他软件也能读取。</translation>
    </message>
    <message>
        <source>Looks into your own network with the digit that is drawn now.</source>
        <translation>用现在画的数字查看你自己的网络内部。</translation>
    </message>
    <message>
        <source>Whether the film is written or only the present moment, and as which kind of file.</source>
        <translation>写入整个动画还是只写当前时刻，以及用哪种格式。</translation>
    </message>
    <message>
        <source>Plays in every browser and slide program; 256 colours at most.</source>
        <translation>所有浏览器和幻灯片软件都能播放；最多 256 种颜色。</translation>
    </message>
    <message>
        <source>Every colour in a small file, for web pages.</source>
        <translation>颜色完整，文件小，适合网页。</translation>
    </message>
    <message>
        <source>Every colour without loss, for browsers; the file is larger.</source>
        <translation>颜色完整无损，用于浏览器；文件较大。</translation>
    </message>
    <message>
        <source>A video that can be stopped and wound, for lessons and for cutting.</source>
        <translation>可以暂停和快进的视频，适合上课和剪辑。</translation>
    </message>
    <message>
        <source>A folder of pictures in order, for a program that makes films of them.</source>
        <translation>按顺序编号的图片文件夹，供其他软件制作影片。</translation>
    </message>
    <message>
        <source>One picture for a slide or a worksheet.</source>
        <translation>一张图片，用于幻灯片或练习纸。</translation>
    </message>
    <message>
        <source>One drawing that stays sharp and can be changed in a drawing program.</source>
        <translation>一张始终清晰的图，可以在绘图软件中修改。</translation>
    </message>
    <message>
        <source>One page that stays sharp, for LaTeX and for print.</source>
        <translation>一页始终清晰的图，用于 LaTeX 和打印。</translation>
    </message>
    <message>
        <source>How many pixels each picture has; for a projector 1280 or more.</source>
        <translation>每张图片有多少像素；投影请选 1280 以上。</translation>
    </message>
    <message>
        <source>A larger picture is sharper, takes longer and makes a larger file.</source>
        <translation>图片越大越清晰，写入越久，文件也越大。</translation>
    </message>
    <message>
        <source>How quickly the film goes on; slow is better where people are to follow the sums.</source>
        <translation>动画播放的快慢；要让人跟上计算就慢一些。</translation>
    </message>
    <message>
        <source>As on the page at the same speed.</source>
        <translation>与页面上相同速度的播放一样。</translation>
    </message>
    <message>
        <source>Bright figures on a dark ground, like dark slides.</source>
        <translation>深色底上的浅色数字，与深色幻灯片一致。</translation>
    </message>
    <message>
        <source>The output cell that the film begins with; a short film shows the idea as well.</source>
        <translation>动画从哪个输出单元格开始；短动画也能说明道理。</translation>
    </message>
    <message>
        <source>The output cell that the film ends with.</source>
        <translation>动画在哪个输出单元格结束。</translation>
    </message>
    <message>
        <source>Name and place of the file; its ending follows the kind.</source>
        <translation>文件的名称和位置；扩展名随格式改变。</translation>
    </message>
    <message>
        <source>Asks for name and place with the system’s own dialog.</source>
        <translation>用系统的对话框选择名称和位置。</translation>
    </message>
    <message>
        <source>Begins to write; a bar shows how far it is.</source>
        <translation>开始写入；进度条显示完成了多少。</translation>
    </message>
    <message>
        <source>What lies inside the rectangle stays, the rest is cut away.</source>
        <translation>矩形内的部分保留，其余裁掉。</translation>
    </message>
    <message>
        <source>The uppermost row that stays, counted from 0.</source>
        <translation>保留的最上面一行，从 0 数起。</translation>
    </message>
    <message>
        <source>The lowest row that stays; it counts as well.</source>
        <translation>保留的最下面一行，包括这一行。</translation>
    </message>
    <message>
        <source>The leftmost column that stays, counted from 0.</source>
        <translation>保留的最左边一列，从 0 数起。</translation>
    </message>
    <message>
        <source>The rightmost column that stays; it counts as well.</source>
        <translation>保留的最右边一列，包括这一列。</translation>
    </message>
    <message>
        <source>Keeps only this part, with every number as it was; Undo brings the rest back.</source>
        <translation>只保留这一部分，每个数值不变；撤销可以恢复其余部分。</translation>
    </message>
    <message>
        <source>How many pixels high the picture will be; fewer make single numbers visible.</source>
        <translation>图片的新高度（像素）；行数少时能看到每个数字。</translation>
    </message>
    <message>
        <source>How many pixels wide the picture will be.</source>
        <translation>图片的新宽度（像素）。</translation>
    </message>
    <message>
        <source>Height and width change together, so that circles stay circles.</source>
        <translation>高和宽一起改变，圆仍然是圆。</translation>
    </message>
    <message>
        <source>How a new pixel’s value follows from the old ones.</source>
        <translation>新像素的值怎样由原来的像素得到。</translation>
    </message>
    <message>
        <source>No new values appear: right for drawings, labels and masks.</source>
        <translation>不产生新的值：适合图形、标签和掩模。</translation>
    </message>
    <message>
        <source>Every old pixel counts once: the usual choice for making a photo smaller.</source>
        <translation>每个原像素各计一次：缩小照片的常用方法。</translation>
    </message>
    <message>
        <source>Smooth between the pixels, a little soft: good for making a picture larger.</source>
        <translation>像素之间过渡平滑，略微模糊：适合放大图片。</translation>
    </message>
    <message>
        <source>What photo editors take: sharper than bilinear.</source>
        <translation>图像编辑软件常用的方法：比双线性更清晰。</translation>
    </message>
    <message>
        <source>The most detail where a photo becomes much smaller.</source>
        <translation>照片缩小很多时保留的细节最多。</translation>
    </message>
    <message>
        <source>Computes the picture anew in this size; Undo brings the old one back.</source>
        <translation>按这个大小重新计算图片；撤销可以恢复原图。</translation>
    </message>
    <message>
        <source>The value that gets the first colour of the scale; smaller ones look the same.</source>
        <translation>色阶第一种颜色所代表的值；更小的值看起来一样。</translation>
    </message>
    <message>
        <source>The value that gets the last colour of the scale; larger ones look the same.</source>
        <translation>色阶最后一种颜色所代表的值；更大的值看起来一样。</translation>
    </message>
    <message>
        <source>Holds for every picture from now on, so that their colours can be compared.</source>
        <translation>从现在起对每张图片都有效，便于比较它们的颜色。</translation>
    </message>
    <message>
        <source>Every number of this map; click one to see how it was computed.</source>
        <translation>这张特征图的每个数；单击一个数，看它是怎么算出来的。</translation>
    </message>
    <message>
        <source>Which of the layer’s maps is shown, counted from 0: each comes from a filter of its own.</source>
        <translation>显示该层的哪张特征图，从 0 数起：每张来自各自的滤波器。</translation>
    </message>
    <message>
        <source>Where the film is: drag to any output cell; the arrow keys step, Home and End go to the ends.</source>
        <translation>动画当前的位置：可拖到任一输出单元格；方向键单步移动，Home 和 End 到两端。</translation>
    </message>
    <message>
        <source>Pins the output on show, so that two windows can be compared.</source>
        <translation>固定当前的输出，以便比较两个窗口。</translation>
    </message>
    <message>
        <source>Takes both pins away.</source>
        <translation>取消固定 A 和 B。</translation>
    </message>
    <message>
        <source>Gives this card the whole width; Esc brings the others back.</source>
        <translation>让这张卡片占满整个宽度；按 Esc 恢复其他卡片。</translation>
    </message>
    <message>
        <source>Chooses the part of a large picture that the film walks through.</source>
        <translation>选择大图像中由动画逐格经过的区域。</translation>
    </message>
    <message>
        <source>Drag a rectangle, or click a place, to choose the part that is filmed.</source>
        <translation>拖出一个矩形或单击一处，选择要展示的区域。</translation>
    </message>
    <message>
        <source>The input with its padding; the window lies on the cells that are multiplied now. A double click changes a pixel.</source>
        <translation>输入及其填充；窗口所在的单元格正在相乘。双击可修改一个像素。</translation>
    </message>
    <message>
        <source>The output as far as it is computed; click a cell to go there.</source>
        <translation>目前已算出的输出；单击一个单元格可转到那里。</translation>
    </message>
    <message>
        <source>Shows the window beside the kernel, and their products.</source>
        <translation>并排显示窗口与卷积核，以及它们的乘积。</translation>
    </message>
    <message>
        <source>Shows the same operation as one multiplication by a matrix in which most numbers are 0.</source>
        <translation>把同一运算显示为一次矩阵乘法，矩阵中大多数数是 0。</translation>
    </message>
    <message>
        <source>Copies the whole sum as one line of text.</source>
        <translation>把整个算式复制为一行文字。</translation>
    </message>
    <message>
        <source>Type what the result will be, then press Enter.</source>
        <translation>键入你认为的结果，然后按 Enter。</translation>
    </message>
    <message>
        <source>Hides each result until you have guessed it.</source>
        <translation>先隐藏每个结果，等你猜过再显示。</translation>
    </message>
    <message>
        <source>Plays the film, or stops it where it is.</source>
        <translation>播放动画，或停在当前位置。</translation>
    </message>
    <message>
        <source>Goes one step back.</source>
        <translation>后退一步。</translation>
    </message>
    <message>
        <source>Goes one step on.</source>
        <translation>前进一步。</translation>
    </message>
    <message>
        <source>Goes to the beginning of the film.</source>
        <translation>转到动画开头。</translation>
    </message>
    <message>
        <source>Goes to the end of the film.</source>
        <translation>转到动画结尾。</translation>
    </message>
    <message>
        <source>Plays the film over and over.</source>
        <translation>循环播放动画。</translation>
    </message>
    <message>
        <source>Every product is a step of its own.</source>
        <translation>每个乘积是单独的一步。</translation>
    </message>
    <message>
        <source>Steps of a cell: place the window, multiply, add, finish, land.</source>
        <translation>每个单元格分几步：放置窗口、相乘、相加、收尾、落位。</translation>
    </message>
    <message>
        <source>Every output cell is one step.</source>
        <translation>每个输出单元格是一步。</translation>
    </message>
    <message>
        <source>How fast the film plays.</source>
        <translation>动画播放的速度。</translation>
    </message>
    <message>
        <source>So many times the usual speed.</source>
        <translation>通常速度的这个倍数。</translation>
    </message>
    <message>
        <source>Examples with numbers that can be worked out on paper.</source>
        <translation>可以用纸笔算出来的示例。</translation>
    </message>
    <message>
        <source>The diagonal slides over the X: where both are alike the sum is 9.</source>
        <translation>对角线在 X 上滑动：两者一致时总和为 9。</translation>
    </message>
    <message>
        <source>The other diagonal finds the other arm of the X.</source>
        <translation>另一条对角线找出 X 的另一笔。</translation>
    </message>
    <message>
        <source>A small X finds the middle of the large one.</source>
        <translation>小的 X 找出大 X 的中心。</translation>
    </message>
    <message>
        <source>With a ring of zeros the output is as large as the input.</source>
        <translation>外面加一圈零，输出就与输入一样大。</translation>
    </message>
    <message>
        <source>The window moves two cells at a time, so the output is smaller.</source>
        <translation>窗口每次移动两个单元格，所以输出更小。</translation>
    </message>
    <message>
        <source>Nine weights, pulled apart, reach over five by five cells.</source>
        <translation>九个权重拉开后，覆盖 5 × 5 个单元格。</translation>
    </message>
    <message>
        <source>ReLU, then the largest of every 2 × 2 cells; what is left over is dropped.</source>
        <translation>先 ReLU，再取每 2 × 2 个单元格中最大的；剩余的舍去。</translation>
    </message>
    <message>
        <source>The same, but incomplete windows are kept.</source>
        <translation>同样的运算，但保留不完整的窗口。</translation>
    </message>
    <message>
        <source>An edge from 10 to 0, read by a kernel as it stands: 30.</source>
        <translation>从 10 到 0 的边缘，卷积核原样使用：得 30。</translation>
    </message>
    <message>
        <source>The same edge with the kernel turned first: −30.</source>
        <translation>同一边缘，卷积核先旋转：得 −30。</translation>
    </message>
    <message>
        <source>Upright stripes under a kernel that finds upright outlines.</source>
        <translation>竖直条纹与找出竖直轮廓的卷积核。</translation>
    </message>
    <message>
        <source>A photo, a part of it at a time.</source>
        <translation>一张照片，一次看一部分。</translation>
    </message>
    <message>
        <source>Three windows, one for each colour, and one sum.</source>
        <translation>三个窗口，每种颜色一个，合成一个总和。</translation>
    </message>
    <message>
        <source>Pictures that come with ConvViz, from the 9 × 9 X to a photo.</source>
        <translation>ConvViz 自带的图片，从 9 × 9 的 X 到照片。</translation>
    </message>
    <message>
        <source>Opens a picture, an experiment or a network from a file.</source>
        <translation>从文件打开图片、实验或网络。</translation>
    </message>
    <message>
        <source>Takes the picture or the file from the clipboard.</source>
        <translation>取得剪贴板中的图片或文件。</translation>
    </message>
    <message>
        <source>Saves picture and settings as one file, to go on with later.</source>
        <translation>把图片和设置存为一个文件，以后可以继续。</translation>
    </message>
    <message>
        <source>Takes the last change back.</source>
        <translation>撤销上一次更改。</translation>
    </message>
    <message>
        <source>Makes the change again that was taken back.</source>
        <translation>重做撤销的更改。</translation>
    </message>
    <message>
        <source>Writes a stage, the film or a layer to a file.</source>
        <translation>把一个阶段、动画或一层写入文件。</translation>
    </message>
    <message>
        <source>Everything the window can do, by name and with its keys.</source>
        <translation>窗口能做的所有事，附名称和快捷键。</translation>
    </message>
    <message>
        <source>The Lab: change a kernel and its settings and see every stage at once.</source>
        <translation>实验室：改变卷积核和设置，立即看到每个阶段。</translation>
    </message>
    <message>
        <source>Step: the same operation as a film, number by number.</source>
        <translation>逐步：把同一运算当作动画，一个数一个数地看。</translation>
    </message>
    <message>
        <source>Network: draw a digit and look inside a trained network.</source>
        <translation>网络：画一个数字，查看训练好的网络内部。</translation>
    </message>
    <message>
        <source>Switches between a light and a dark window.</source>
        <translation>切换浅色与深色窗口。</translation>
    </message>
    <message>
        <source>All keys on one sheet.</source>
        <translation>一页列出所有快捷键。</translation>
    </message>
    <message>
        <source>Language, colours, and what the window remembers.</source>
        <translation>语言、颜色，以及窗口记住哪些内容。</translation>
    </message>
    <message>
        <source>Takes this message away.</source>
        <translation>关闭这条消息。</translation>
    </message>
    <message>
        <source>Stops what is being done.</source>
        <translation>停止正在进行的操作。</translation>
    </message>
    <message>
        <source>Makes a small picture from nothing, to draw on: 3 to 64 rows and columns.</source>
        <translation>新建一张可以绘制的小图片：3 至 64 行、3 至 64 列。</translation>
    </message>
    <message>
        <source>Starts with this picture; your own can follow at any time.</source>
        <translation>从这张图片开始；随时可以换成你自己的。</translation>
    </message>
    <message>
        <source>Opens the 9 × 9 X with a diagonal kernel: small enough to work out every number.</source>
        <translation>打开 9 × 9 的 X 和对角线卷积核：小到每个数都能算出来。</translation>
    </message>
    <message>
        <source>Brings back what was in hand when the window last ended.</source>
        <translation>恢复窗口上次结束时的内容。</translation>
    </message>
    <message>
        <source>Throws away what was in hand when the window last ended.</source>
        <translation>丢弃窗口上次结束时的内容。</translation>
    </message>
    <message>
        <source>Empties the list of recent files; the files themselves stay.</source>
        <translation>清空最近文件的列表；文件本身不受影响。</translation>
    </message>
    <message>
        <source>How far our numbers and SciPy&apos;s are apart; click to see what was compared.</source>
        <translation>我们的数与 SciPy 的相差多少；单击查看比较了什么。</translation>
    </message>
    <message>
        <source>More in the glossary</source>
        <translation>在术语表中查看更多</translation>
    </message>
    <message>
        <source>How the size of the output follows from what is set; point at a symbol, or walk with the arrow keys, to see what it is.</source>
        <translation>输出尺寸怎样由各项设置得出；指向一个符号，或用方向键移动，可查看它是什么。</translation>
    </message>
    <message>
        <source>Which value has which colour, and how often each occurs; drag an end, or the part between, to choose the range.</source>
        <translation>哪个值对应哪种颜色，以及各值出现多少次；拖动一端或中间部分可选择范围。</translation>
    </message>
    <message>
        <source>Lets the range follow the values again.</source>
        <translation>让范围重新随值变化。</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>{n} pictures, {seconds} seconds</source>
        <translation>{n} 张图片，{seconds} 秒</translation>
    </message>
    <message>
        <source>Export film</source>
        <translation>导出动画</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>To</source>
        <translation>保存到</translation>
    </message>
    <message>
        <source>Film as animated GIF</source>
        <translation>GIF 动画</translation>
    </message>
    <message>
        <source>Film as animated WebP</source>
        <translation>WebP 动画</translation>
    </message>
    <message>
        <source>Film as animated PNG</source>
        <translation>PNG 动画</translation>
    </message>
    <message>
        <source>Film as MP4</source>
        <translation>MP4 视频</translation>
    </message>
    <message>
        <source>Film as numbered PNG pictures</source>
        <translation>编号的 PNG 图片序列</translation>
    </message>
    <message>
        <source>This moment as PNG</source>
        <translation>当前画面，PNG</translation>
    </message>
    <message>
        <source>This moment as SVG</source>
        <translation>当前画面，SVG</translation>
    </message>
    <message>
        <source>This moment as PDF</source>
        <translation>当前画面，PDF</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} 像素</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>First step</source>
        <translation>第一步</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>最后一步</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Folder for the pictures</source>
        <translation>存放图片的文件夹</translation>
    </message>
    <message>
        <source>MP4 needs the Python package imageio-ffmpeg, which is not installed.</source>
        <translation>MP4 需要 Python 软件包 imageio-ffmpeg，但尚未安装。</translation>
    </message>
    <message>
        <source>{name} exists already. Press Replace to write over it.</source>
        <translation>{name} 已存在。按“替换”将覆盖它。</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>{stage}…</source>
        <translation>{stage}…</translation>
    </message>
    <message>
        <source>Film, or this moment…</source>
        <translation>动画或当前画面…</translation>
    </message>
    <message>
        <source>Nothing to export yet</source>
        <translation>还没有可导出的内容</translation>
    </message>
    <message>
        <source>JSON ({patterns})</source>
        <translation>JSON ({patterns})</translation>
    </message>
    <message>
        <source>Text, for a spreadsheet ({patterns})</source>
        <translation>电子表格用的文本 ({patterns})</translation>
    </message>
    <message>
        <source>Comma-separated ({patterns})</source>
        <translation>逗号分隔 ({patterns})</translation>
    </message>
    <message>
        <source>NumPy array ({patterns})</source>
        <translation>NumPy 数组 ({patterns})</translation>
    </message>
    <message>
        <source>Save kernel</source>
        <translation>保存卷积核</translation>
    </message>
    <message>
        <source>Picture as shown ({patterns})</source>
        <translation>与显示一致的图片 ({patterns})</translation>
    </message>
    <message>
        <source>Numbers as TIFF ({patterns})</source>
        <translation>数值，TIFF ({patterns})</translation>
    </message>
    <message>
        <source>Numbers as text ({patterns})</source>
        <translation>数值，文本 ({patterns})</translation>
    </message>
    <message>
        <source>Numbers as NumPy array ({patterns})</source>
        <translation>数值，NumPy 数组 ({patterns})</translation>
    </message>
    <message>
        <source>Numbers as NumPy arrays ({patterns})</source>
        <translation>数值，多个 NumPy 数组 ({patterns})</translation>
    </message>
    <message>
        <source>Export {stage}</source>
        <translation>导出{stage}</translation>
    </message>
    <message>
        <source>For slides and print…</source>
        <translation>用于幻灯片和打印…</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>The settings have changed; {name} was not written.</source>
        <translation>设置已更改，没有写入 {name}。</translation>
    </message>
</context>
<context>
    <name>Figure</name>
    <message>
        <source>Kernel</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>bias {value}</source>
        <translation>偏置 {value}</translation>
    </message>
    <message>
        <source>turned by 180° first</source>
        <translation>先旋转 180°</translation>
    </message>
</context>
<context>
    <name>FigureDialog</name>
    <message>
        <source>Writing…</source>
        <translation>正在写入…</translation>
    </message>
    <message>
        <source>Export for slides and print</source>
        <translation>导出用于幻灯片和打印</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>PNG, pixels</source>
        <translation>PNG（像素）</translation>
    </message>
    <message>
        <source>SVG, stays sharp, numbers are text</source>
        <translation>SVG（矢量，数值是文字）</translation>
    </message>
    <message>
        <source>PDF, stays sharp, numbers are text</source>
        <translation>PDF（矢量，数值是文字）</translation>
    </message>
    <message>
        <source>White</source>
        <translation>白色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>None: what is behind it shows</source>
        <translation>无（透明）</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>{scale}: {width} × {height} pixels</source>
        <translation>{scale}：{width} × {height} 像素</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>What was chosen is no longer shown.</source>
        <translation>所选的内容已不再显示。</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Exported to {name}.</source>
        <translation>已导出到 {name}。</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>已取消；没有写入任何内容。</translation>
    </message>
</context>
<context>
    <name>FilmFiles</name>
    <message>
        <source>Exported to {name}.</source>
        <translation>已导出到 {name}。</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>已取消；没有写入任何内容。</translation>
    </message>
    <message>
        <source>The folder {name} is not empty.</source>
        <translation>文件夹 {name} 不是空的。</translation>
    </message>
    <message>
        <source>{name} cannot be written: {reason}.</source>
        <translation>无法写入 {name}：{reason}。</translation>
    </message>
</context>
<context>
    <name>FilmGrid</name>
    <message>
        <source>to be guessed</source>
        <translation>待猜测</translation>
    </message>
    <message>
        <source>not computed yet</source>
        <translation>尚未计算</translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>Weights for {map}</source>
        <translation>权重：{map}</translation>
    </message>
    <message>
        <source>Click a value in a convolution or dense layer: the filter that made it can be tried here.</source>
        <translation>单击卷积层或全连接层中的一个值：可以在这里试验产生它的滤波器。</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Shuffle</source>
        <translation>打乱</translation>
    </message>
    <message>
        <source>Put the filter&apos;s weights in another order: the pattern is gone</source>
        <translation>打乱滤波器权重的顺序：图案消失</translation>
    </message>
    <message>
        <source>Shuffle layer</source>
        <translation>打乱整层</translation>
    </message>
    <message>
        <source>Mix all filters of this layer</source>
        <translation>打乱这一层的所有滤波器</translation>
    </message>
    <message>
        <source>Its filters change places, each as it is</source>
        <translation>滤波器互换位置，各自保持不变</translation>
    </message>
    <message>
        <source>The weights in each filter change places</source>
        <translation>每个滤波器内的权重互换位置</translation>
    </message>
    <message>
        <source>Lab&apos;s kernel</source>
        <translation>实验室的卷积核</translation>
    </message>
    <message>
        <source>Put the Lab&apos;s kernel in the place of these weights</source>
        <translation>用实验室的卷积核替换这些权重</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>As trained</source>
        <translation>还原为训练值</translation>
    </message>
</context>
<context>
    <name>FormulaCard</name>
    <message>
        <source>Output size</source>
        <translation>输出尺寸</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>池化</translation>
    </message>
</context>
<context>
    <name>FrameBar</name>
    <message>
        <source>Which page, frame or slice of the file (Page Up, Page Down or , and .)</source>
        <translation>文件中的第几页、帧或切片（Page Up、Page Down 键，或逗号、句点键）</translation>
    </message>
    <message>
        <source>Page, frame or slice</source>
        <translation>页、帧或切片</translation>
    </message>
    <message>
        <source>Which array of the file</source>
        <translation>文件中的哪个数组</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>/ {count}</translation>
    </message>
</context>
<context>
    <name>GalleryHead</name>
    <message>
        <source>Misread</source>
        <translation>识别错误</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Show the misread ones</source>
        <translation>显示识别错误的数字</translation>
    </message>
    <message>
        <source>Show those read correctly as well</source>
        <translation>也显示识别正确的数字</translation>
    </message>
    <message>
        <source>Which test digits are shown</source>
        <translation>显示哪些测试数字</translation>
    </message>
    <message>
        <source>{digit} only</source>
        <translation>仅 {digit}</translation>
    </message>
    <message>
        <source>every label</source>
        <translation>全部标签</translation>
    </message>
    <message>
        <source>Show the test digits of one label</source>
        <translation>只显示一种标签的测试数字</translation>
    </message>
    <message>
        <source>The label of the digits that are shown</source>
        <translation>所显示数字的标签</translation>
    </message>
</context>
<context>
    <name>GalleryView</name>
    <message>
        <source>Test digit {number} is a {label}.</source>
        <translation>测试数字 {number} 是 {label}。</translation>
    </message>
    <message>
        <source>Test digit {number} is a {label} and is read as {answer}.</source>
        <translation>测试数字 {number} 是 {label}，被识别为 {answer}。</translation>
    </message>
    <message>
        <source>Test digit {number} is a {label} and is read as such.</source>
        <translation>测试数字 {number} 是 {label}，识别正确。</translation>
    </message>
    <message>
        <source>Test digits, with what they are read as</source>
        <translation>测试数字及其识别结果</translation>
    </message>
</context>
<context>
    <name>GlossaryWindow</name>
    <message>
        <source>Glossary</source>
        <translation>术语表</translation>
    </message>
    <message>
        <source>Search the glossary</source>
        <translation>搜索术语表</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>术语</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Nothing in the glossary fits this.</source>
        <translation>术语表中没有相符的内容。</translation>
    </message>
</context>
<context>
    <name>GoingOn</name>
    <message>
        <source>Your work cannot be kept for the case of a crash. {reason}</source>
        <translation>无法为意外退出保留你的工作。{reason}</translation>
    </message>
    <message>
        <source>Lab</source>
        <translation>实验室</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>逐步</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Go on where you were, {time}</source>
        <translation>继续上次的工作，{time}</translation>
    </message>
    <message>
        <source>d MMM, HH:mm</source>
        <comment>a date as Qt writes it: 5 Nov, 12:41</comment>
        <translation>M 月 d 日 HH:mm</translation>
    </message>
    <message>
        <source>Another window goes on with it.</source>
        <translation>另一个窗口已在继续这项工作。</translation>
    </message>
    <message>
        <source>It was discarded, or closed, in another window; there is nothing left of it.</source>
        <translation>它已在另一个窗口中被丢弃或关闭，没有留下任何内容。</translation>
    </message>
    <message>
        <source>ConvViz ended unexpectedly the last time. “{offer}” is in the menu, under File.</source>
        <translation>ConvViz 上次意外退出。可在菜单的“文件”中选择“{offer}”。</translation>
    </message>
    <message>
        <source>One file is open at a time; not opened: {names} and {count} more.</source>
        <translation>一次只能打开一个文件；未打开：{names}，以及另外 {count} 个。</translation>
    </message>
    <message>
        <source>One file is open at a time; not opened: {names}.</source>
        <translation>一次只能打开一个文件；未打开：{names}。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>GridCard</name>
    <message>
        <source>Show all cards (Esc)</source>
        <translation>显示所有卡片（Esc）</translation>
    </message>
    <message>
        <source>Show this card alone</source>
        <translation>只显示这张卡片</translation>
    </message>
    <message>
        <source>Choose part…</source>
        <translation>选择区域…</translation>
    </message>
    <message>
        <source>Choose the part of the picture that is filmed</source>
        <translation>选择图片中要演示的区域</translation>
    </message>
</context>
<context>
    <name>Grids</name>
    <message>
        <source>Window, kernel and products</source>
        <translation>窗口、卷积核与乘积</translation>
    </message>
</context>
<context>
    <name>HeatView</name>
    <message>
        <source>Pixel ({row}, {column}): {value}</source>
        <translation>像素 ({row}, {column})：{value}</translation>
    </message>
</context>
<context>
    <name>HistoryPlot</name>
    <message>
        <source>epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>accuracy in %, stretched</source>
        <translation>准确率（%，对数）</translation>
    </message>
    <message>
        <source>accuracy in %</source>
        <translation>准确率（%）</translation>
    </message>
    <message>
        <source>in %</source>
        <translation>%</translation>
    </message>
    <message>
        <source>loss, stretched</source>
        <translation>损失（对数）</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Point at an epoch to read its numbers (left and right arrow keys). The wheel enlarges, a double click shows everything. Upright, the plots are logarithmic: half the loss, or half the mistakes, is always as far.</source>
        <translation>指向某一轮可查看它的数值（也可用左右方向键）。滚轮放大，双击显示全部。纵轴为对数刻度：损失或错误数每减半，移动的距离都相同。</translation>
    </message>
    <message>
        <source>Accuracy and loss of every epoch</source>
        <translation>每一轮的准确率和损失</translation>
    </message>
</context>
<context>
    <name>HistoryReadout</name>
    <message>
        <source>Epoch {number}</source>
        <translation>第 {number} 轮</translation>
    </message>
    <message>
        <source>kept: epoch {number}</source>
        <translation>保留：第 {number} 轮</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>留出</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
</context>
<context>
    <name>InputCard</name>
    <message>
        <source>Edit pixels</source>
        <translation>编辑像素</translation>
    </message>
    <message>
        <source>Crop…</source>
        <translation>裁剪…</translation>
    </message>
    <message>
        <source>Resize…</source>
        <translation>调整大小…</translation>
    </message>
    <message>
        <source>Edit pixels ({keys})</source>
        <translation>编辑像素（{keys}）</translation>
    </message>
    <message>
        <source>Pixels of pictures of up to {most} × {most} can be edited: crop this one first</source>
        <translation>{most} × {most} 以内的图片才能编辑像素：请先裁剪</translation>
    </message>
</context>
<context>
    <name>InputChanges</name>
    <message>
        <source>Resizing {name}: {percent} %</source>
        <translation>正在调整 {name} 的大小：{percent} %</translation>
    </message>
</context>
<context>
    <name>InputColumn</name>
    <message>
        <source>what the network sees</source>
        <translation>网络看到的</translation>
    </message>
    <message>
        <source>what it sees</source>
        <translation>它看到的</translation>
    </message>
    <message>
        <source>From the Lab</source>
        <translation>取自实验室</translation>
    </message>
    <message>
        <source>Read the picture that is open in the Lab, prepared as any photo</source>
        <translation>识别实验室中打开的图片，像其他照片一样处理</translation>
    </message>
    <message>
        <source>No picture is open in the Lab</source>
        <translation>实验室中没有打开的图片</translation>
    </message>
</context>
<context>
    <name>Kept</name>
    <message>
        <source>a range of its own</source>
        <translation>单独的范围</translation>
    </message>
    <message>
        <source>Kept: {kept}. Now: {now}.</source>
        <translation>保留：{kept}。当前：{now}。</translation>
    </message>
    <message>
        <source>{name} {size}</source>
        <translation>{name} {size}</translation>
    </message>
    <message>
        <source>divisor {number}</source>
        <translation>除数 {number}</translation>
    </message>
    <message>
        <source>slope {number}</source>
        <translation>斜率 {number}</translation>
    </message>
    <message>
        <source>bias {number}</source>
        <translation>偏置 {number}</translation>
    </message>
    <message>
        <source>values as in the file</source>
        <translation>值与文件中相同</translation>
    </message>
    <message>
        <source>The kept settings do not fit this picture: {reason}.</source>
        <translation>保留的设置不适合这张图片：{reason}。</translation>
    </message>
    <message>
        <source>Kept and now are the same: change the kernel or a setting to compare.</source>
        <translation>保留的与当前的相同：更改卷积核或设置即可比较。</translation>
    </message>
    <message>
        <source>values from 0 to 1</source>
        <translation>值从 0 到 1</translation>
    </message>
    <message>
        <source>The kept {size} kernel does not fit this picture of {shape}.</source>
        <translation>保留的 {size} 卷积核不适合这张 {shape} 的图片。</translation>
    </message>
    <message>
        <source>The kept pooling window of {size} does not fit this picture of {shape}.</source>
        <translation>保留的 {size} 池化窗口不适合这张 {shape} 的图片。</translation>
    </message>
    <message>
        <source>kept {kept}, now {now}, difference {difference}</source>
        <translation>保留 {kept}，当前 {now}，差 {difference}</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>此处</translation>
    </message>
    <message>
        <source>Here, red</source>
        <translation>此处，红</translation>
    </message>
    <message>
        <source>Here, green</source>
        <translation>此处，绿</translation>
    </message>
    <message>
        <source>Here, blue</source>
        <translation>此处，蓝</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>all channels</source>
        <translation>全部通道</translation>
    </message>
    <message>
        <source>each channel</source>
        <translation>逐个通道</translation>
    </message>
    <message>
        <source>other weights</source>
        <translation>权重不同</translation>
    </message>
    <message>
        <source>the padding counted</source>
        <translation>计入填充</translation>
    </message>
    <message>
        <source>now {now}; the kept map has no value at this place</source>
        <translation>当前 {now}；保留的特征图在这个位置没有值</translation>
    </message>
    <message>
        <source>kept {kept}; the present map has no value at this place</source>
        <translation>保留 {kept}；当前特征图在这个位置没有值</translation>
    </message>
    <message>
        <source>{stage}, kept</source>
        <translation>{stage}（保留）</translation>
    </message>
    <message>
        <source>Keep this result</source>
        <translation>保留这个结果</translation>
    </message>
    <message>
        <source>Kept result shown</source>
        <translation>保留结果的显示方式</translation>
    </message>
    <message>
        <source>Kept settings</source>
        <translation>保留的设置</translation>
    </message>
    <message>
        <source>Keep no longer</source>
        <translation>不再保留</translation>
    </message>
</context>
<context>
    <name>KeptCard</name>
    <message>
        <source>{stage}, picture of the values</source>
        <translation>{stage}，值的图像</translation>
    </message>
    <message>
        <source>{stage}, colour bar and histogram</source>
        <translation>{stage}，颜色条和直方图</translation>
    </message>
    <message>
        <source>{stage}: {help}</source>
        <comment>what a button does, for screen readers</comment>
        <translation>{stage}：{help}</translation>
    </message>
</context>
<context>
    <name>KeptPane</name>
    <message>
        <source>Kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
</context>
<context>
    <name>KernelFacts</name>
    <message>
        <source>same for R, G, B</source>
        <translation>R、G、B 相同</translation>
    </message>
    <message>
        <source>unchanged by a half turn</source>
        <translation>旋转半圈不变</translation>
    </message>
    <message>
        <source>Sum {sum}</source>
        <translation>总和 {sum}</translation>
    </message>
    <message>
        <source>Sum {sum} ÷ {divisor} = {result}</source>
        <translation>总和 {sum} ÷ {divisor} = {result}</translation>
    </message>
    <message>
        <source>rank {rank}, separable</source>
        <translation>秩 {rank}，可分离</translation>
    </message>
    <message>
        <source>rank {rank}</source>
        <translation>秩 {rank}</translation>
    </message>
    <message>
        <source>range ±{high}</source>
        <translation>范围 ±{high}</translation>
    </message>
    <message>
        <source>range {low} to {high}</source>
        <translation>范围 {low} 至 {high}</translation>
    </message>
</context>
<context>
    <name>KernelFiles</name>
    <message>
        <source>The kernel is in {name}.</source>
        <translation>卷积核已保存到 {name}。</translation>
    </message>
</context>
<context>
    <name>KernelGrid</name>
    <message>
        <source>Kernel weight row {row}, column {column}: {value}</source>
        <translation>卷积核权重，第 {row} 行，第 {column} 列：{value}</translation>
    </message>
    <message>
        <source>Cell of a kernel with {rows} rows and {columns} columns</source>
        <translation>{rows} 行 {columns} 列卷积核的单元格</translation>
    </message>
</context>
<context>
    <name>KernelHeader</name>
    <message>
        <source>Kernel</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>R</source>
        <translation>R</translation>
    </message>
    <message>
        <source>G</source>
        <translation>G</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>Weights of its own for every channel</source>
        <translation>每个通道有自己的权重</translation>
    </message>
</context>
<context>
    <name>KernelPanel</name>
    <message>
        <source>Kernel</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>No kernel in the clipboard: {reason}</source>
        <translation>剪贴板中没有卷积核：{reason}</translation>
    </message>
</context>
<context>
    <name>KernelTexts</name>
    <message>
        <source>Your own</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>恒等</translation>
    </message>
    <message>
        <source>Leaves the picture as it is</source>
        <translation>图像保持原样</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>方框模糊</translation>
    </message>
    <message>
        <source>The mean of nine neighbours</source>
        <translation>3×3 邻域的平均值</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>高斯模糊</translation>
    </message>
    <message>
        <source>Soft blur, weights 1 2 1</source>
        <translation>柔和模糊，权重 1 2 1</translation>
    </message>
    <message>
        <source>Gaussian, 5×5</source>
        <translation>高斯模糊 5×5</translation>
    </message>
    <message>
        <source>Softer blur, weights 1 4 6 4 1</source>
        <translation>更柔和的模糊，权重 1 4 6 4 1</translation>
    </message>
    <message>
        <source>Motion blur</source>
        <translation>运动模糊</translation>
    </message>
    <message>
        <source>Smeared sideways over nine pixels</source>
        <translation>横向拖过九个像素</translation>
    </message>
    <message>
        <source>Sharpen</source>
        <translation>锐化</translation>
    </message>
    <message>
        <source>The pixel against its neighbours</source>
        <translation>像素与相邻像素相比</translation>
    </message>
    <message>
        <source>Unsharp mask</source>
        <translation>USM 锐化</translation>
    </message>
    <message>
        <source>Twice the picture minus its blur</source>
        <translation>两倍原图减去模糊图</translation>
    </message>
    <message>
        <source>Unsharp</source>
        <translation>USM 锐化</translation>
    </message>
    <message>
        <source>Edges, vertical</source>
        <translation>垂直边缘</translation>
    </message>
    <message>
        <source>Left minus right: upright outlines</source>
        <translation>左减右：竖直的轮廓</translation>
    </message>
    <message>
        <source>Edges, vert.</source>
        <translation>垂直边缘</translation>
    </message>
    <message>
        <source>Vertical</source>
        <translation>垂直</translation>
    </message>
    <message>
        <source>Edges, horizontal</source>
        <translation>水平边缘</translation>
    </message>
    <message>
        <source>Top minus bottom: level outlines</source>
        <translation>上减下：水平的轮廓</translation>
    </message>
    <message>
        <source>Edges, horiz.</source>
        <translation>水平边缘</translation>
    </message>
    <message>
        <source>Horizontal</source>
        <translation>水平</translation>
    </message>
    <message>
        <source>Sobel, vertical</source>
        <translation>Sobel 垂直</translation>
    </message>
    <message>
        <source>The same, steadied by its neighbours</source>
        <translation>竖直轮廓，借相邻像素更稳定</translation>
    </message>
    <message>
        <source>Sobel, vert.</source>
        <translation>Sobel 垂直</translation>
    </message>
    <message>
        <source>Sobel</source>
        <translation>Sobel</translation>
    </message>
    <message>
        <source>Sobel, horizontal</source>
        <translation>Sobel 水平</translation>
    </message>
    <message>
        <source>Level outlines, steadied by neighbours</source>
        <translation>水平轮廓，借相邻像素更稳定</translation>
    </message>
    <message>
        <source>Sobel, horiz.</source>
        <translation>Sobel 水平</translation>
    </message>
    <message>
        <source>Sobel ↕</source>
        <translation>Sobel ↕</translation>
    </message>
    <message>
        <source>Prewitt, vertical</source>
        <translation>Prewitt 垂直</translation>
    </message>
    <message>
        <source>Upright outlines, all rows weigh alike</source>
        <translation>竖直轮廓，各行权重相同</translation>
    </message>
    <message>
        <source>Prewitt, vert.</source>
        <translation>Prewitt 垂直</translation>
    </message>
    <message>
        <source>Prewitt</source>
        <translation>Prewitt</translation>
    </message>
    <message>
        <source>Prewitt, horizontal</source>
        <translation>Prewitt 水平</translation>
    </message>
    <message>
        <source>Level outlines, all columns weigh alike</source>
        <translation>水平轮廓，各列权重相同</translation>
    </message>
    <message>
        <source>Prewitt, horiz.</source>
        <translation>Prewitt 水平</translation>
    </message>
    <message>
        <source>Prewitt ↕</source>
        <translation>Prewitt ↕</translation>
    </message>
    <message>
        <source>Scharr, vertical</source>
        <translation>Scharr 垂直</translation>
    </message>
    <message>
        <source>Upright outlines, truer on slanted ones</source>
        <translation>竖直轮廓，倾斜的轮廓也更准确</translation>
    </message>
    <message>
        <source>Scharr, vert.</source>
        <translation>Scharr 垂直</translation>
    </message>
    <message>
        <source>Scharr</source>
        <translation>Scharr</translation>
    </message>
    <message>
        <source>Scharr, horizontal</source>
        <translation>Scharr 水平</translation>
    </message>
    <message>
        <source>Level outlines, truer on slanted ones</source>
        <translation>水平轮廓，倾斜的轮廓也更准确</translation>
    </message>
    <message>
        <source>Scharr, horiz.</source>
        <translation>Scharr 水平</translation>
    </message>
    <message>
        <source>Scharr ↕</source>
        <translation>Scharr ↕</translation>
    </message>
    <message>
        <source>Laplacian</source>
        <translation>拉普拉斯</translation>
    </message>
    <message>
        <source>Outlines in every direction</source>
        <translation>各个方向的轮廓</translation>
    </message>
    <message>
        <source>Laplace</source>
        <translation>拉普拉斯</translation>
    </message>
    <message>
        <source>Laplacian, 8 sides</source>
        <translation>拉普拉斯，8 邻域</translation>
    </message>
    <message>
        <source>Outlines, the corners counted too</source>
        <translation>轮廓，四角也计入</translation>
    </message>
    <message>
        <source>Laplacian 8</source>
        <translation>拉普拉斯 8</translation>
    </message>
    <message>
        <source>Laplace 8</source>
        <translation>拉普拉斯 8</translation>
    </message>
    <message>
        <source>Laplacian of Gaussian</source>
        <translation>高斯拉普拉斯</translation>
    </message>
    <message>
        <source>Blurred first: outlines without the noise</source>
        <translation>先模糊：轮廓不带噪声</translation>
    </message>
    <message>
        <source>LoG</source>
        <translation>LoG</translation>
    </message>
    <message>
        <source>Emboss</source>
        <translation>浮雕</translation>
    </message>
    <message>
        <source>Light from the upper left</source>
        <translation>光从左上方照来</translation>
    </message>
    <message>
        <source>Gabor</source>
        <translation>Gabor</translation>
    </message>
    <message>
        <source>Answers to slanted stripes of one width</source>
        <translation>对某一宽度的斜条纹有响应</translation>
    </message>
    <message>
        <source>Diagonal of the X</source>
        <translation>X 的对角线</translation>
    </message>
    <message>
        <source>Finds a stroke falling to the right</source>
        <translation>找出向右下的笔画</translation>
    </message>
    <message>
        <source>Diagonal</source>
        <translation>对角线</translation>
    </message>
    <message>
        <source>Anti-diagonal of the X</source>
        <translation>X 的反对角线</translation>
    </message>
    <message>
        <source>Finds a stroke rising to the right</source>
        <translation>找出向右上的笔画</translation>
    </message>
    <message>
        <source>Anti-diagonal</source>
        <translation>反对角线</translation>
    </message>
    <message>
        <source>Anti-diag.</source>
        <translation>反对角线</translation>
    </message>
    <message>
        <source>Small X</source>
        <translation>小 X</translation>
    </message>
    <message>
        <source>Finds the crossing in the middle of the X</source>
        <translation>找出 X 中间的交叉</translation>
    </message>
</context>
<context>
    <name>KernelTools</name>
    <message>
        <source>Kernel tools</source>
        <translation>卷积核工具</translation>
    </message>
    <message>
        <source>Open kernel…</source>
        <translation>打开卷积核…</translation>
    </message>
    <message>
        <source>Save kernel…</source>
        <translation>保存卷积核…</translation>
    </message>
    <message>
        <source>Turn by 90° clockwise</source>
        <translation>顺时针旋转 90°</translation>
    </message>
    <message>
        <source>Mirror: swap left and right</source>
        <translation>镜像：左右对调</translation>
    </message>
    <message>
        <source>Flip: swap top and bottom</source>
        <translation>翻转：上下对调</translation>
    </message>
    <message>
        <source>Transpose: rows become columns</source>
        <translation>转置：行变成列</translation>
    </message>
    <message>
        <source>Negate every weight</source>
        <translation>所有权重变号</translation>
    </message>
    <message>
        <source>Normalise: divide by the sum, or by the number of weights where that is not positive</source>
        <translation>归一化：除以总和；总和不为正时除以权重个数</translation>
    </message>
    <message>
        <source>Random weights</source>
        <translation>随机权重</translation>
    </message>
    <message>
        <source>Copy the weights as text for a spreadsheet</source>
        <translation>把权重复制为电子表格文本</translation>
    </message>
    <message>
        <source>Paste weights from a spreadsheet</source>
        <translation>粘贴电子表格中的权重</translation>
    </message>
    <message>
        <source>Open or save a kernel file</source>
        <translation>打开或保存卷积核文件</translation>
    </message>
</context>
<context>
    <name>Lab</name>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>absolute</source>
        <translation>绝对值</translation>
    </message>
    <message>
        <source>{shape}, pad {n}</source>
        <translation>{shape}，填充 {n}</translation>
    </message>
    <message>
        <source>max {size}</source>
        <translation>最大池化 {size}</translation>
    </message>
    <message>
        <source>average {size}</source>
        <translation>平均池化 {size}</translation>
    </message>
    <message>
        <source>Strongest response: {place}</source>
        <translation>最强响应：{place}</translation>
    </message>
    <message>
        <source>strongest response</source>
        <translation>最强响应</translation>
    </message>
    <message>
        <source>values ±{high}</source>
        <translation>值 ±{high}</translation>
    </message>
    <message>
        <source>values {low} to {high}</source>
        <translation>值 {low} 至 {high}</translation>
    </message>
    <message>
        <source>colour, {low}–{high}</source>
        <translation>彩色，{low}–{high}</translation>
    </message>
    <message>
        <source>grey, {low}–{high}</source>
        <translation>灰度，{low}–{high}</translation>
    </message>
    <message>
        <source>{shape}, {kind}</source>
        <translation>{shape}，{kind}</translation>
    </message>
    <message>
        <source>Row {row}, column {column}: value {chain}</source>
        <translation>第 {row} 行，第 {column} 列：值 {chain}</translation>
    </message>
    <message>
        <source>Pinned: {place}</source>
        <translation>已固定：{place}</translation>
    </message>
    <message>
        <source>{place} value {value}</source>
        <translation>{place} 值 {value}</translation>
    </message>
    <message>
        <source>Camera: {name}</source>
        <translation>摄像头：{name}</translation>
    </message>
    <message>
        <source>{stage} rows {top} to {bottom}, columns {left} to {right}</source>
        <translation>{stage}第 {top} 至 {bottom} 行，第 {left} 至 {right} 列</translation>
    </message>
    <message>
        <source>window: rows {top}–{bottom}, columns {left}–{right}</source>
        <translation>窗口：第 {top} 至 {bottom} 行，第 {left} 至 {right} 列</translation>
    </message>
    <message>
        <source>click to pin</source>
        <translation>单击固定</translation>
    </message>
    <message>
        <source>Video: {name}</source>
        <translation>视频：{name}</translation>
    </message>
    <message>
        <source>the last picture; nothing is recorded</source>
        <translation>最后一幅画面；不录制任何内容</translation>
    </message>
    <message>
        <source>frozen; nothing is recorded</source>
        <translation>已定格；不录制任何内容</translation>
    </message>
    <message>
        <source>live; nothing is recorded</source>
        <translation>实时；不录制任何内容</translation>
    </message>
    <message>
        <source>live, {rate} pictures/s; nothing is recorded</source>
        <translation>实时，每秒 {rate} 幅；不录制任何内容</translation>
    </message>
    <message>
        <source>Keep this picture</source>
        <translation>保留这幅画面</translation>
    </message>
    <message>
        <source>Stroke</source>
        <translation>笔画</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Resize</source>
        <translation>调整大小</translation>
    </message>
    <message>
        <source>Kernel {kernel} does not fit {image} + padding {padding}. Use padding {needed}, or a kernel up to {fits}.</source>
        <translation>{kernel} 的卷积核放不进 {image} + 填充 {padding}。请把填充设为 {needed}，或使用不超过 {fits} 的卷积核。</translation>
    </message>
    <message>
        <source>Kernel {kernel} reaches over {effective} with this dilation and does not fit {image} + padding {padding}. Use padding {needed}, or a kernel up to {fits}.</source>
        <translation>{kernel} 的卷积核在此空洞率下跨越 {effective}，放不进 {image} + 填充 {padding}。请把填充设为 {needed}，或使用不超过 {fits} 的卷积核。</translation>
    </message>
    <message>
        <source>The pooling window {size} is larger than the map of {map} it reads. Use a smaller window.</source>
        <translation>{size} 的池化窗口大于它读取的 {map} 特征图。请使用更小的窗口。</translation>
    </message>
    <message>
        <source>Cell {size} px</source>
        <translation>每格 {size} 像素</translation>
    </message>
    <message>
        <source>Zoom {percent} %</source>
        <translation>缩放 {percent} %</translation>
    </message>
    <message>
        <source>{rows} and {columns} are dropped</source>
        <translation>{rows}和{columns}被舍去</translation>
    </message>
    <message>
        <source>{rows} dropped</source>
        <translation>{rows}被舍去</translation>
    </message>
    <message>
        <source>{columns} dropped</source>
        <translation>{columns}被舍去</translation>
    </message>
    <message>
        <source>without padding the outer ring has no output</source>
        <translation>没有填充时，最外一圈没有输出</translation>
    </message>
    <message>
        <source>row {first}</source>
        <translation>第 {first} 行</translation>
    </message>
    <message>
        <source>rows {first} to {last}</source>
        <translation>第 {first} 至 {last} 行</translation>
    </message>
    <message>
        <source>column {first}</source>
        <translation>第 {first} 列</translation>
    </message>
    <message>
        <source>columns {first} to {last}</source>
        <translation>第 {first} 至 {last} 列</translation>
    </message>
    <message>
        <source>comparing with SciPy…</source>
        <translation>正在与 SciPy 比较…</translation>
    </message>
    <message>
        <source>not compared with SciPy</source>
        <translation>未与 SciPy 比较</translation>
    </message>
    <message>
        <source>SciPy could not compute this convolution, so nothing is known of it: {reason}</source>
        <translation>SciPy 无法计算这个卷积，因此没有比较结果：{reason}</translation>
    </message>
    <message>
        <source>Click to see what was compared and to copy the code that did it</source>
        <translation>单击可查看比较了什么，并复制执行比较的代码</translation>
    </message>
    <message>
        <source>differs from SciPy by {difference} at ({row}, {column})</source>
        <translation>与 SciPy 不一致，在 ({row}, {column}) 处相差 {difference}</translation>
    </message>
    <message>
        <source>equals SciPy exactly</source>
        <translation>与 SciPy 完全相等</translation>
    </message>
    <message>
        <source>equals SciPy to {difference}</source>
        <translation>与 SciPy 一致，误差 {difference}</translation>
    </message>
    <message>
        <source>Nothing could be compared with SciPy</source>
        <translation>没有可与 SciPy 比较的值</translation>
    </message>
    <message>
        <source>The convolution equals SciPy’s</source>
        <translation>卷积结果与 SciPy 一致</translation>
    </message>
    <message>
        <source>The convolution differs from SciPy’s</source>
        <translation>卷积结果与 SciPy 不一致</translation>
    </message>
    <message>
        <source>Compared: all values of the map, {count}.</source>
        <translation>已比较：特征图的全部值，共 {count} 个。</translation>
    </message>
    <message>
        <source>{list}, {item}</source>
        <translation>{list}、{item}</translation>
    </message>
    <message>
        <source>{count} of the map’s {total} values are compared: {parts}.</source>
        <translation>特征图的 {total} 个值中比较了 {count} 个：{parts}。</translation>
    </message>
    <message>
        <source>all four borders</source>
        <translation>四条边缘</translation>
    </message>
    <message>
        <source>{count} patches of {size} cells placed at random</source>
        <translation>随机位置的 {count} 个小块，每块 {size} 个单元格</translation>
    </message>
    <message>
        <source>what the screen shows (rows {top} to {bottom}, columns {left} to {right})</source>
        <translation>屏幕上显示的部分（第 {top} 至 {bottom} 行，第 {left} 至 {right} 列）</translation>
    </message>
    <message>
        <source>{count} bands of {rows} rows of what the screen shows (rows {top} to {bottom}, columns {left} to {right})</source>
        <translation>屏幕上显示的部分（第 {top} 至 {bottom} 行，第 {left} 至 {right} 列）中的 {count} 条横带，每条 {rows} 行</translation>
    </message>
    <message>
        <source>SciPy’s function is {function}. It computes in 64-bit floating-point, from the input as the kernel sees it; the divisor and the bias follow.</source>
        <translation>SciPy 的函数是 {function}。它以 64 位浮点数计算，输入就是卷积核看到的输入；之后再除以除数、加上偏置。</translation>
    </message>
    <message>
        <source>All numbers are whole and {type} holds their sums, so no difference is allowed.</source>
        <translation>所有的数都是整数，{type} 能精确表示它们的和，因此不允许任何差异。</translation>
    </message>
    <message>
        <source>Up to {tolerance} is allowed: every product and every sum is rounded to {type}, and for one value this can amount to ({taps} products + 2) {times} {eps} {times} {weights} (sum of the weights’ sizes) {times} {pixels} (largest size in the input), before the divisor.</source>
        <translation>允许的差异不超过 {tolerance}：每个乘积、每次求和都舍入为 {type}，对一个值来说，在除以除数之前累计可达（{taps} 个乘积 + 2）{times} {eps} {times} {weights}（权重绝对值之和）{times} {pixels}（输入的最大绝对值）。</translation>
    </message>
    <message>
        <source>No value differs.</source>
        <translation>没有任何值不同。</translation>
    </message>
    <message>
        <source>The largest difference is {difference}, {place}: {shown} here, {scipy} by SciPy.</source>
        <translation>最大差异是 {difference}，{place}：这里是 {shown}，SciPy 是 {scipy}。</translation>
    </message>
    <message>
        <source>Values that differ by more: {wrong}. The largest difference is {difference}, {place}: {shown} here, {scipy} by SciPy.</source>
        <translation>差异超出允许范围的值：{wrong} 个。最大差异是 {difference}，{place}：这里是 {shown}，SciPy 是 {scipy}。</translation>
    </message>
    <message>
        <source>at row {row}, column {column}, channel {channel}</source>
        <translation>在第 {row} 行，第 {column} 列，通道 {channel}</translation>
    </message>
    <message>
        <source>at row {row}, column {column}</source>
        <translation>在第 {row} 行，第 {column} 列</translation>
    </message>
    <message>
        <source>Values left out, because their windows touch NaN or infinity: {count}.</source>
        <translation>因窗口碰到 NaN 或无穷大而未比较的值：{count} 个。</translation>
    </message>
    <message>
        <source>Values left out, because their windows touch NaN or infinity, or {type} may not hold their sums: {count}.</source>
        <translation>因窗口碰到 NaN 或无穷大，或 {type} 可能容不下其和而未比较的值：{count} 个。</translation>
    </message>
    <message>
        <source>The code that compares is on the clipboard, with all the numbers in it.</source>
        <translation>执行比较的代码已在剪贴板中，所有的数都在其中。</translation>
    </message>
    <message>
        <source>The code that compares is on the clipboard. It reads two files: export Input and Convolution as NumPy arrays, named “{input}” and “{map}”.</source>
        <translation>执行比较的代码已在剪贴板中。它读取两个文件：请把“输入”和“卷积”导出为 NumPy 数组，文件名为“{input}”和“{map}”。</translation>
    </message>
    <message>
        <source>around the pin</source>
        <translation>固定位置周围</translation>
    </message>
    <message>
        <source>around the pointer</source>
        <translation>指针周围</translation>
    </message>
    <message>
        <source>its cell</source>
        <translation>对应的单元格</translation>
    </message>
    <message>
        <source>pool window</source>
        <translation>池化窗口</translation>
    </message>
    <message>
        <source>values, log count</source>
        <translation>值的分布（对数）</translation>
    </message>
    <message>
        <source>same range</source>
        <translation>相同范围</translation>
    </message>
    <message>
        <source>fixed range</source>
        <translation>指定范围</translation>
    </message>
    <message>
        <source>all values ±</source>
        <translation>全部值 ±</translation>
    </message>
    <message>
        <source>auto ±</source>
        <translation>自动 ±</translation>
    </message>
    <message>
        <source>range of the picture</source>
        <translation>图像的范围</translation>
    </message>
    <message>
        <source>Out of date.</source>
        <translation>不是最新结果。</translation>
    </message>
    <message>
        <source>Still the {size} kernel’s result.</source>
        <translation>仍是 {size} 卷积核的结果。</translation>
    </message>
    <message>
        <source>The fixed range, {low} to {high}, does not suit these values.</source>
        <translation>指定范围 {low} 至 {high} 不适合这些值。</translation>
    </message>
    <message>
        <source>range of the values</source>
        <translation>值的范围</translation>
    </message>
    <message>
        <source>1 % to 99 % of the values</source>
        <translation>值的 1 % 至 99 %</translation>
    </message>
    <message>
        <source>all possible values</source>
        <translation>所有可能的值</translation>
    </message>
    <message>
        <source>{shape} · red</source>
        <translation>{shape} · 红</translation>
    </message>
    <message>
        <source>{shape} · green</source>
        <translation>{shape} · 绿</translation>
    </message>
    <message>
        <source>{shape} · blue</source>
        <translation>{shape} · 蓝</translation>
    </message>
    <message>
        <source>Page of the file</source>
        <translation>文件的页</translation>
    </message>
</context>
<context>
    <name>LabBody</name>
    <message>
        <source>Grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>全部通道</translation>
    </message>
    <message>
        <source>Each channel</source>
        <translation>逐个通道</translation>
    </message>
    <message>
        <source>The kernel sees one grey map</source>
        <translation>卷积核只看到一张灰度图</translation>
    </message>
    <message>
        <source>All channels into one map, as a CNN layer does</source>
        <translation>全部通道合成一张特征图，与 CNN 的层相同</translation>
    </message>
    <message>
        <source>Each channel on its own, as photo editors do</source>
        <translation>每个通道单独计算，与照片编辑软件相同</translation>
    </message>
    <message>
        <source>What a colour picture is to the kernel</source>
        <translation>卷积核如何看待彩色图像</translation>
    </message>
</context>
<context>
    <name>LabFigures</name>
    <message>
        <source>The whole chain</source>
        <translation>整条流程</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>前后对比</translation>
    </message>
</context>
<context>
    <name>LabFiles</name>
    <message>
        <source>Open kernel</source>
        <translation>打开卷积核</translation>
    </message>
</context>
<context>
    <name>LabPage</name>
    <message>
        <source>Kernel</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道</translation>
    </message>
</context>
<context>
    <name>LabSelection</name>
    <message>
        <source>Pin</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消固定</translation>
    </message>
</context>
<context>
    <name>LabShow</name>
    <message>
        <source>Channel shown</source>
        <translation>显示的通道</translation>
    </message>
    <message>
        <source>Range of values</source>
        <translation>值的范围</translation>
    </message>
    <message>
        <source>Colour range</source>
        <translation>颜色范围</translation>
    </message>
</context>
<context>
    <name>LibraryBox</name>
    <message>
        <source>Kernel library</source>
        <translation>卷积核库</translation>
    </message>
</context>
<context>
    <name>LibraryPopup</name>
    <message>
        <source>Search kernels</source>
        <translation>搜索卷积核</translation>
    </message>
    <message>
        <source>Kernel library</source>
        <translation>卷积核库</translation>
    </message>
    <message>
        <source>No kernel is called that</source>
        <translation>没有叫这个名字的卷积核</translation>
    </message>
</context>
<context>
    <name>LinesView</name>
    <message>
        <source>(shown)</source>
        <translation>（当前显示）</translation>
    </message>
</context>
<context>
    <name>LiveBar</name>
    <message>
        <source>Keep this picture</source>
        <translation>保留这幅画面</translation>
    </message>
    <message>
        <source>Work on with this picture: it becomes the experiment’s own, and is saved with it</source>
        <translation>用这幅画面继续：它成为实验的图片，并随实验保存</translation>
    </message>
    <message>
        <source>End the live picture and release the camera (Esc)</source>
        <translation>结束实时画面并释放摄像头（Esc）</translation>
    </message>
    <message>
        <source>Play over and over</source>
        <translation>循环播放</translation>
    </message>
    <message>
        <source>Where the video is</source>
        <translation>视频的播放位置</translation>
    </message>
    <message>
        <source>Pictures that go through all stages in a second. Nothing is recorded.</source>
        <translation>每秒经过所有阶段的画面数。不会录制任何内容。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Freeze the picture (Space)</source>
        <translation>定格画面（空格键）</translation>
    </message>
    <message>
        <source>Go on (Space)</source>
        <translation>继续（空格键）</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>已定格</translation>
    </message>
    <message>
        <source>live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>{rate} pictures/s</source>
        <translation>每秒 {rate} 幅</translation>
    </message>
</context>
<context>
    <name>Loader</name>
    <message>
        <source>There is not enough memory to open {name}; a smaller picture needs less.</source>
        <translation>内存不足，无法打开 {name}；更小的图像需要的内存更少。</translation>
    </message>
</context>
<context>
    <name>LookPanel</name>
    <message>
        <source>the answer: {name}</source>
        <translation>答案：{name}</translation>
    </message>
    <message>
        <source>the answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>What speaks for</source>
        <translation>解释哪个答案</translation>
    </message>
    <message>
        <source>Three answers to one question, none of them the whole truth.</source>
        <translation>同一个问题的三种回答，每一种都不是全部真相。</translation>
    </message>
    <message>
        <source>Layer that Grad-CAM looks at</source>
        <translation>Grad-CAM 查看的层</translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <translation>Grad-CAM</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Occlusion</source>
        <translation>遮挡</translation>
    </message>
    <message>
        <source>Side of the patch in pixels</source>
        <translation>遮挡块的边长（像素）</translation>
    </message>
</context>
<context>
    <name>LowerPanels</name>
    <message>
        <source>Kernel</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Why this number?</source>
        <translation>为什么是这个数？</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Lab</source>
        <translation>实验室</translation>
    </message>
    <message>
        <source>{title}[*] – ConvViz</source>
        <translation>{title}[*] – ConvViz</translation>
    </message>
    <message>
        <source>No picture is open</source>
        <translation>没有打开的图片</translation>
    </message>
    <message>
        <source>What was dropped is no picture and no file.</source>
        <translation>拖入的既不是图片，也不是文件。</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>逐步</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>The language here is Chinese, but no font can write it: install fonts-noto-cjk (Debian, Ubuntu) or google-noto-sans-cjk-fonts (Fedora), then start ConvViz again.</source>
        <translation>这里的语言是中文，但没有能显示中文的字体：请安装 fonts-noto-cjk（Debian、Ubuntu）或 google-noto-sans-cjk-fonts（Fedora），然后重新启动 ConvViz。</translation>
    </message>
</context>
<context>
    <name>MapWindow</name>
    <message>
        <source>Map</source>
        <translation>特征图</translation>
    </message>
</context>
<context>
    <name>MapsColumn</name>
    <message>
        <source>Show the maps of {layer}</source>
        <translation>显示 {layer} 的特征图</translation>
    </message>
    <message>
        <source>Fold the maps of {layer} away</source>
        <translation>收起 {layer} 的特征图</translation>
    </message>
</context>
<context>
    <name>MapsView</name>
    <message>
        <source>Neuron {number}: {value}</source>
        <translation>神经元 {number}：{value}</translation>
    </message>
    <message>
        <source>Map {number}: zero everywhere</source>
        <translation>特征图 {number}：全为零</translation>
    </message>
    <message>
        <source>Map {number}, ({row}, {column}): {value}
Click to see why, double-click to enlarge</source>
        <translation>特征图 {number}，({row}, {column})：{value}
单击查看原因，双击放大</translation>
    </message>
    <message>
        <source>Map {number}. {cell}</source>
        <translation>特征图 {number}。{cell}</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>entries</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>not zero</source>
        <translation>非零</translation>
    </message>
    <message>
        <source>distinct weights</source>
        <translation>不同的权重</translation>
    </message>
    <message>
        <source>row lit</source>
        <translation>高亮的行</translation>
    </message>
    <message>
        <source>The convolution as a matrix</source>
        <translation>写成矩阵的卷积</translation>
    </message>
    <message>
        <source>output = W · input</source>
        <translation>输出 = W · 输入</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>最近的文件</translation>
    </message>
    <message>
        <source>New from a sample</source>
        <translation>从示例新建</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
</context>
<context>
    <name>MessageBand</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭这条消息</translation>
    </message>
</context>
<context>
    <name>Network</name>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Sample of a {digit}</source>
        <translation>数字 {digit} 的示例</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>手绘</translation>
    </message>
    <message>
        <source>a photo, read as a digit</source>
        <translation>照片，按数字识别</translation>
    </message>
    <message>
        <source>a sample, handwritten</source>
        <translation>手写示例</translation>
    </message>
    <message>
        <source>drawing, live</source>
        <translation>手绘，即时</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>evened out</source>
        <translation>去阴影</translation>
    </message>
    <message>
        <source>lines off</source>
        <translation>去线条</translation>
    </message>
    <message>
        <source>ink</source>
        <translation>墨迹</translation>
    </message>
    <message>
        <source>cropped</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>fitted</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>centred</source>
        <translation>居中</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>resized</source>
        <translation>调整大小</translation>
    </message>
    <message>
        <source>The strokes, white on black as MNIST has them.</source>
        <translation>笔画，与 MNIST 一样是黑底白字。</translation>
    </message>
    <message>
        <source>Click: the writing is dark or bright.</source>
        <translation>单击可选择字迹是深色还是浅色。</translation>
    </message>
    <message>
        <source>Click: keep the lines.</source>
        <translation>单击可保留线条。</translation>
    </message>
    <message>
        <source>Click: how dark ink must be.</source>
        <translation>单击可设定多深才算墨迹。</translation>
    </message>
    <message>
        <source>Click: mark the digit on the photo.</source>
        <translation>单击可在照片上框出数字。</translation>
    </message>
    <message>
        <source>Colours become grey.</source>
        <translation>彩色变成灰度。</translation>
    </message>
    <message>
        <source>Shadows are evened out; ink becomes bright on black.</source>
        <translation>消除阴影；墨迹变为黑底上的亮色。</translation>
    </message>
    <message>
        <source>The lines of squared or ruled paper are taken off.</source>
        <translation>去掉方格纸或横线纸上的线条。</translation>
    </message>
    <message>
        <source>Ink and paper are told apart.</source>
        <translation>把墨迹和纸分开。</translation>
    </message>
    <message>
        <source>Everything around the digit is cut off.</source>
        <translation>裁掉数字周围的部分。</translation>
    </message>
    <message>
        <source>Scaled into 20 × 20 pixels, keeping its shape.</source>
        <translation>保持比例，缩放到 20 × 20 像素。</translation>
    </message>
    <message>
        <source>Moved so that its centre of mass lies in the middle of 28 × 28 pixels.</source>
        <translation>移动数字，使其质心位于 28 × 28 像素的中央。</translation>
    </message>
    <message>
        <source>Moved as the sliders of “Shift” say.</source>
        <translation>按“平移”中滑块的设置移动。</translation>
    </message>
    <message>
        <source>Scaled to as many pixels as the network was trained with.</source>
        <translation>缩放到与网络训练时相同的像素数。</translation>
    </message>
    <message>
        <source>MNIST could not be kept on this computer: {reason}.</source>
        <translation>无法在这台计算机上保存 MNIST：{reason}。</translation>
    </message>
    <message>
        <source>Conv</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>全连接</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>展平</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>Global pool</source>
        <translation>全局池化</translation>
    </message>
    <message>
        <source>Transposed conv</source>
        <translation>转置卷积</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>相加</translation>
    </message>
    <message>
        <source>Subtract</source>
        <translation>相减</translation>
    </message>
    <message>
        <source>Multiply</source>
        <translation>相乘</translation>
    </message>
    <message>
        <source>Divide</source>
        <translation>相除</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>取最大</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>取最小</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>拼接</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>max {size}</source>
        <translation>最大池化 {size}</translation>
    </message>
    <message>
        <source>mean {size}</source>
        <translation>平均池化 {size}</translation>
    </message>
    <message>
        <source>no parameters</source>
        <translation>无参数</translation>
    </message>
    <message>
        <source>{sum} parameters</source>
        <translation>{sum} 个参数</translation>
    </message>
    <message>
        <source>sees {size} pixels</source>
        <translation>感受野 {size} 像素</translation>
    </message>
    <message>
        <source>sees {size}</source>
        <translation>感受野 {size}</translation>
    </message>
    <message>
        <source>{start}, {low} to {high}</source>
        <translation>{start}，{low} 至 {high}</translation>
    </message>
    <message>
        <source>values {low} to {high}</source>
        <translation>值 {low} 至 {high}</translation>
    </message>
    <message>
        <source>{layer}, {kind}</source>
        <translation>{layer}，{kind}</translation>
    </message>
    <message>
        <source>prepared as MNIST’s own digits were</source>
        <translation>与 MNIST 自己的数字同样处理</translation>
    </message>
    <message>
        <source>prepared like MNIST’s digits</source>
        <translation>按 MNIST 处理</translation>
    </message>
    <message>
        <source>{parameters} parameters</source>
        <translation>{parameters} 个参数</translation>
    </message>
    <message>
        <source>{count} multiply-adds</source>
        <translation>{count} 次乘加</translation>
    </message>
    <message>
        <source>changed: how many it reads is not known</source>
        <translation>更改后：识别正确多少不得而知</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>changed: test digits being read …</source>
        <translation>更改后：正在识别测试数字…</translation>
    </message>
    <message>
        <source>changed …</source>
        <translation>已更改…</translation>
    </message>
    <message>
        <source>changed: {percent} % of 10,000 test digits read correctly</source>
        <translation>更改后：10,000 个测试数字中 {percent} % 识别正确</translation>
    </message>
    <message>
        <source>changed: {percent} % read correctly</source>
        <translation>更改后：{percent} % 识别正确</translation>
    </message>
    <message>
        <source>{percent} % read correctly</source>
        <translation>{percent} % 识别正确</translation>
    </message>
    <message>
        <source>{percent} % of 10,000 test digits read correctly</source>
        <translation>10,000 个测试数字中 {percent} % 识别正确</translation>
    </message>
    <message>
        <source>nothing is drawn, so nothing is read</source>
        <translation>还没有画，所以没有识别结果</translation>
    </message>
    <message>
        <source>no writing is found on it, so nothing is read</source>
        <translation>没有找到字迹，所以没有识别结果</translation>
    </message>
    <message>
        <source>more than {percent}</source>
        <translation>超过 {percent}</translation>
    </message>
    <message>
        <source>read as {name}, {percent}</source>
        <translation>识别为 {name}，{percent}</translation>
    </message>
    <message>
        <source>all layers {time} ms</source>
        <translation>所有层 {time} ms</translation>
    </message>
    <message>
        <source>softmax of {name}</source>
        <translation>{name} 的 softmax</translation>
    </message>
    <message>
        <source>sum of exp</source>
        <translation>exp 之和</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>partial sum</source>
        <translation>部分和</translation>
    </message>
    <message>
        <source>{layer}, map {number}</source>
        <translation>{layer}，特征图 {number}</translation>
    </message>
    <message>
        <source>Pixel ({row}, {column})</source>
        <translation>像素 ({row}, {column})</translation>
    </message>
    <message>
        <source>{layer}, map {number} ({row}, {column})</source>
        <translation>{layer}，特征图 {number} ({row}, {column})</translation>
    </message>
    <message>
        <source>{name}: {percent}</source>
        <translation>{name}：{percent}</translation>
    </message>
    <message>
        <source>Digit {name}: {percent}</source>
        <translation>数字 {name}：{percent}</translation>
    </message>
    <message>
        <source>Logit {value}</source>
        <translation>logit {value}</translation>
    </message>
    <message>
        <source>No writing is found on this photo, so there is nothing to explain. A click on one of the small pictures under it decides a step of the preparation, for example what is ink.</source>
        <translation>这张照片上没有找到字迹，所以没有可解释的内容。单击照片下方的小图，可以调整相应的预处理步骤，例如多深才算墨迹。</translation>
    </message>
    <message>
        <source>Nothing is drawn, so there is nothing to explain. Draw a digit, or take the next sample; then click any value to see what it was computed from, down to the pixels.</source>
        <translation>还没有画，所以没有可解释的内容。画一个数字，或取下一个示例；然后单击任一值，看它是怎么算出来的，一直追到像素。</translation>
    </message>
    <message>
        <source>Softmax: exp of each logit over the sum of all ten. Click a digit to see its logit.</source>
        <translation>Softmax：每个 logit 的 exp 除以十个 exp 之和。单击一个数字查看它的 logit。</translation>
    </message>
    <message>
        <source>Softmax: each exp over their sum, {total}. Click a digit to see its logit.</source>
        <translation>Softmax：每个 exp 除以它们的总和 {total}。单击一个数字查看它的 logit。</translation>
    </message>
    <message>
        <source>sum of products</source>
        <translation>乘积之和</translation>
    </message>
    <message>
        <source>sum of channels</source>
        <translation>通道之和</translation>
    </message>
    <message>
        <source>{count} products, added up</source>
        <translation>{count} 个乘积相加</translation>
    </message>
    <message>
        <source>{count} partial sums, largest first, added up</source>
        <translation>{count} 个部分和，从大到小相加</translation>
    </message>
    <message>
        <source>{count} partial sums, by channel, added up</source>
        <translation>{count} 个部分和，按通道相加</translation>
    </message>
    <message>
        <source>{count} products, largest first, added up</source>
        <translation>{count} 个乘积，从大到小相加</translation>
    </message>
    <message>
        <source>{count} products in their order, added up</source>
        <translation>{count} 个乘积，按原来的顺序相加</translation>
    </message>
    <message>
        <source>logit</source>
        <translation>logit</translation>
    </message>
    <message>
        <source>no activation</source>
        <translation>无激活函数</translation>
    </message>
    <message>
        <source>ReLU keeps it</source>
        <translation>ReLU：值不变</translation>
    </message>
    <message>
        <source>ReLU makes it 0</source>
        <translation>ReLU 把它变成 0</translation>
    </message>
    <message>
        <source>equals the network’s own value, difference {difference}</source>
        <translation>与网络自己的值一致，仅差 {difference}</translation>
    </message>
    <message>
        <source>the network’s own value, to {difference}</source>
        <translation>与网络自己的值一致（误差 {difference}）</translation>
    </message>
    <message>
        <source>Point at a value to see its pixel; click it to look closer.</source>
        <translation>指向一个值，查看它的像素；单击可细看。</translation>
    </message>
    <message>
        <source>Point at a value to see what it sees; click it to go one layer down, to {layer}.</source>
        <translation>指向一个值，查看它看到的范围；单击进入下一层：{layer}。</translation>
    </message>
    <message>
        <source>All {count} products: the wheel walks through them. Click one to go one layer down.</source>
        <translation>全部 {count} 个乘积：用滚轮浏览。单击一个进入下一层。</translation>
    </message>
    <message>
        <source>Click a value to go one layer down, to {layer}.</source>
        <translation>单击一个值进入下一层：{layer}。</translation>
    </message>
    <message>
        <source>The mean of {count} values: {total} / {count} = {value}.</source>
        <translation>{count} 个值的平均值：{total} / {count} = {value}。</translation>
    </message>
    <message>
        <source>The largest of {count} values wins: {value}, at row {row}, column {column} of {map}. The other {others} are dropped: the next layer never hears of them.</source>
        <translation>{count} 个值中最大的胜出：{value}，在 {map} 的第 {row} 行，第 {column} 列。其余 {others} 个被舍去，下一层看不到它们。</translation>
    </message>
    <message>
        <source>Pixels of the prepared digit</source>
        <translation>预处理后的数字的像素</translation>
    </message>
    <message>
        <source>Here the way down ends: this is the pixel at row {row}, column {column} of the prepared digit, 0 black to 1 white. It is {value}.</source>
        <translation>到这里就是底层了：这是预处理后的数字第 {row} 行，第 {column} 列的像素，0 为黑，1 为白。它的值是 {value}。</translation>
    </message>
    <message>
        <source>It stands for rows {top} to {bottom}, columns {left} to {right} of what lies on the paper.</source>
        <translation>它对应纸上内容的第 {top} 至 {bottom} 行，第 {left} 至 {right} 列。</translation>
    </message>
    <message>
        <source>{here} is {there}: the same number, {value}, in another place.</source>
        <translation>{here} 就是 {there}：同一个数 {value}，只是换了位置。</translation>
    </message>
    <message>
        <source>A zero that the padding put here.</source>
        <translation>这里的零来自填充。</translation>
    </message>
    <message>
        <source>{function} of {before} = {value}.</source>
        <translation>{function}({before}) = {value}。</translation>
    </message>
    <message>
        <source>Only Keras computes this layer ({name}); ConvViz shows what comes out of it.</source>
        <translation>只有 Keras 能计算这一层（{name}）；ConvViz 显示它的输出。</translation>
    </message>
    <message>
        <source>{place}: value {value}</source>
        <translation>{place}：值 {value}</translation>
    </message>
    <message>
        <source>sees input rows {top} to {bottom}, columns {left} to {right}</source>
        <translation>感受野：输入第 {top} 至 {bottom} 行，第 {left} 至 {right} 列</translation>
    </message>
    <message>
        <source>{layer}, filter {number}</source>
        <translation>{layer}，滤波器 {number}</translation>
    </message>
    <message>
        <source>{filter}, for {map}</source>
        <translation>{filter}，用于 {map}</translation>
    </message>
    <message>
        <source>{layer}, neuron {number}: {count} weights and a bias</source>
        <translation>{layer}，神经元 {number}：{count} 个权重和一个偏置</translation>
    </message>
    <message>
        <source>{layer}, filter {number}: {count} weights and a bias</source>
        <translation>{layer}，滤波器 {number}：{count} 个权重和一个偏置</translation>
    </message>
    <message>
        <source>The maps of {layer}, each counted by how much the logit of {name} rises with it, added up: strong where they speak for {name}.</source>
        <translation>{layer} 的各张特征图，按 {name} 的 logit 随之上升的程度加权相加：值越强，越支持 {name}。</translation>
    </message>
    <message>
        <source>Nothing in {layer} speaks for {name}.</source>
        <translation>{layer} 中没有支持 {name} 的内容。</translation>
    </message>
    <message>
        <source>Grad-CAM adds up maps, and this network has no convolution layer that makes some.</source>
        <translation>Grad-CAM 把特征图相加，而这个网络没有产生特征图的卷积层。</translation>
    </message>
    <message>
        <source>How fast the logit of {name} changes with each pixel, up or down: the size of its derivative.</source>
        <translation>{name} 的 logit 随每个像素变化得多快，不论增减：即导数的大小。</translation>
    </message>
    <message>
        <source>What covering a place with {size} black pixels costs: the probability of {name} less that with the patch.</source>
        <translation>用 {size} 的黑块遮住一处的代价：{name} 的概率减去遮住后的概率。</translation>
    </message>
    <message>
        <source>Laying {size} black pixels over every place and reading the digit again.</source>
        <translation>用 {size} 的黑块依次遮住每一处，并重新识别数字。</translation>
    </message>
    <message>
        <source>Covering every place of this picture takes this network about {minutes} minutes.</source>
        <translation>遮住这张图片的每一处，这个网络大约需要 {minutes} 分钟。</translation>
    </message>
    <message>
        <source>No patch of this size makes the probability of {name} smaller by a thousandth.</source>
        <translation>这样大小的遮挡块，没有一处能使 {name} 的概率降低千分之一。</translation>
    </message>
    <message>
        <source>Nothing is drawn, so there is nothing to look at.</source>
        <translation>还没有画，所以没有可看的内容。</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>Where it looks</source>
        <translation>它看哪里</translation>
    </message>
    <message>
        <source>Which pixels speak for a class: Grad-CAM, gradient, occlusion</source>
        <translation>哪些像素支持一个类别：Grad-CAM、梯度、遮挡</translation>
    </message>
    <message>
        <source>What it misreads</source>
        <translation>哪些识别错了</translation>
    </message>
    <message>
        <source>Which digits are taken for others, and the digits themselves</source>
        <translation>哪些数字被认成别的数字，以及这些数字本身</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Accuracy and loss of every epoch, and which was kept</source>
        <translation>每一轮的准确率和损失，以及保留的是哪一轮</translation>
    </message>
    <message>
        <source>equals TensorFlow to {difference}</source>
        <translation>与 TensorFlow 一致，误差 {difference}</translation>
    </message>
    <message>
        <source>TensorFlow has computed every value of every layer again. The largest difference is {difference}.</source>
        <translation>TensorFlow 重新计算了每一层的每个值。最大差异是 {difference}。</translation>
    </message>
    <message>
        <source>not compared with TensorFlow</source>
        <translation>未与 TensorFlow 比较</translation>
    </message>
    <message>
        <source>{network}, changed</source>
        <translation>{network}，已更改</translation>
    </message>
    <message>
        <source>Draw a digit or open a photo first.</source>
        <translation>请先画一个数字或打开照片。</translation>
    </message>
    <message>
        <source>Move the digit: the maps of a convolution move along (it is shift-equivariant), pooled maps partly; the dense end cares where things are.</source>
        <translation>移动数字：卷积的特征图随之移动（平移等变），池化后的只部分移动；末端的全连接层则对位置敏感。</translation>
    </message>
    <message>
        <source>The maps have moved along with the digit. What helps the dense end behind them is training that saw shifted digits, more than the architecture.</source>
        <translation>特征图已随数字移动。对后面的全连接层来说，训练时见过移动的数字比网络结构更有帮助。</translation>
    </message>
    <message>
        <source>Choose MNIST’s file</source>
        <translation>选择 MNIST 文件</translation>
    </message>
    <message>
        <source>MNIST as Keras has it ({patterns})</source>
        <translation>Keras 的 MNIST ({patterns})</translation>
    </message>
    <message>
        <source>Nobody has examined this network yet.</source>
        <translation>还没有测试过这个网络。</translation>
    </message>
    <message>
        <source>{count} of {digits} test digits misread, {percent} % correct</source>
        <translation>{digits} 个测试数字中 {count} 个识别错误，准确率 {percent} %</translation>
    </message>
    <message>
        <source>{count} of {digits} misread</source>
        <translation>{digits} 个中 {count} 个识别错误</translation>
    </message>
    <message>
        <source>All {count} test digits.</source>
        <translation>全部 {count} 个测试数字。</translation>
    </message>
    <message>
        <source>All {count} test digits that are a {true}.</source>
        <translation>全部 {count} 个标签为 {true} 的测试数字。</translation>
    </message>
    <message>
        <source>All {count} misread ones. Click a count for one kind.</source>
        <translation>全部 {count} 个识别错误的数字。单击某个数目，只看那一类。</translation>
    </message>
    <message>
        <source>{count} digits that are a {true} and were misread.</source>
        <translation>标签为 {true} 的数字：{count} 个识别错误。</translation>
    </message>
    <message>
        <source>{count} digits wrongly read as {answer}.</source>
        <translation>{count} 个数字被误识别为 {answer}。</translation>
    </message>
    <message>
        <source>{count} digits that are a {true} and were read as such.</source>
        <translation>标签为 {true} 的数字：{count} 个识别正确。</translation>
    </message>
    <message>
        <source>{count} digits that are a {true} and were read as {answer}.</source>
        <translation>标签为 {true} 的数字：{count} 个被识别为 {answer}。</translation>
    </message>
    <message>
        <source>{count} digits</source>
        <translation>{count} 个数字</translation>
    </message>
    <message>
        <source>The digits themselves are not part of ConvViz: download MNIST or choose its file (mnist.npz).</source>
        <translation>ConvViz 不包含这些数字：请下载 MNIST，或选择它的文件（mnist.npz）。</translation>
    </message>
    <message>
        <source>With MNIST’s digits, downloaded or from a file (mnist.npz), it can be examined here.</source>
        <translation>有了 MNIST 的数字（下载，或来自文件 mnist.npz），就可以在这里测试它。</translation>
    </message>
    <message>
        <source>This network does not tell ten digits apart, so MNIST cannot examine it.</source>
        <translation>这个网络不是用来区分十个数字的，所以不能用 MNIST 测试。</translation>
    </message>
    <message>
        <source>Changed, and not examined since.</source>
        <translation>已更改，更改后还没有测试过。</translation>
    </message>
    <message>
        <source>Changed: {count} of {digits} test digits misread, {percent} % correct</source>
        <translation>更改后：{digits} 个测试数字中 {count} 个识别错误，准确率 {percent} %</translation>
    </message>
    <message>
        <source>Changed: {count} of {digits} misread</source>
        <translation>更改后：{digits} 个中 {count} 个识别错误</translation>
    </message>
    <message>
        <source>Let it read all test digits to see what it misreads.</source>
        <translation>让它识别所有测试数字，看看哪些会识别错。</translation>
    </message>
    <message>
        <source>Test digit {number}, a {label}</source>
        <translation>测试数字 {number}，是 {label}</translation>
    </message>
    <message>
        <source>{title} (tutorial)</source>
        <translation>{title}（教程）</translation>
    </message>
    <message>
        <source>The Lab&apos;s kernel is {rows} × {columns}; this filter takes {wanted_rows} × {wanted_columns}.</source>
        <translation>实验室的卷积核是 {rows} × {columns}；这个滤波器需要 {wanted_rows} × {wanted_columns}。</translation>
    </message>
    <message>
        <source>Filter from the network</source>
        <translation>来自网络的滤波器</translation>
    </message>
    <message>
        <source>{name} needs more memory than there is.</source>
        <translation>内存不足，无法打开 {name}。</translation>
    </message>
    <message>
        <source>{name} cannot be opened ({reason}).</source>
        <translation>无法打开 {name}（{reason}）。</translation>
    </message>
    <message>
        <source>{name} is refused: it holds program code (a {layer} layer), which is never run.</source>
        <translation>拒绝打开 {name}：它含有程序代码（{layer} 层），这里从不运行这类代码。</translation>
    </message>
    <message>
        <source>{name} is refused: it names {layer}, which is none of Keras’ own parts.</source>
        <translation>拒绝打开 {name}：它引用了 {layer}，这不是 Keras 自带的部分。</translation>
    </message>
    <message>
        <source>{name} is refused: its weights point to another file ({reason}).</source>
        <translation>拒绝打开 {name}：它的权重指向另一个文件（{reason}）。</translation>
    </message>
    <message>
        <source>{name} is not an archive as Keras writes it ({reason}).</source>
        <translation>{name} 不是 Keras 写出的压缩文件（{reason}）。</translation>
    </message>
    <message>
        <source>{name} is too large to be opened ({reason}).</source>
        <translation>{name} 太大，无法打开（{reason}）。</translation>
    </message>
    <message>
        <source>{name} has a layer {layer}, which ConvViz does not know.</source>
        <translation>{name} 有一个 ConvViz 不认识的层：{layer}。</translation>
    </message>
    <message>
        <source>{name} has an activation function {function}, which ConvViz does not know.</source>
        <translation>{name} 有一个 ConvViz 不认识的激活函数：{function}。</translation>
    </message>
    <message>
        <source>{name} is no network: networks are opened from .keras and .h5 files.</source>
        <translation>{name} 不是网络：网络从 .keras 和 .h5 文件打开。</translation>
    </message>
    <message>
        <source>{name} is a folder; save the network as one .keras file instead.</source>
        <translation>{name} 是文件夹；请把网络保存为一个 .keras 文件。</translation>
    </message>
    <message>
        <source>{name} is not what its ending says ({reason}).</source>
        <translation>{name} 与它的扩展名不符（{reason}）。</translation>
    </message>
    <message>
        <source>{name} is damaged or was cut off.</source>
        <translation>{name} 已损坏或不完整。</translation>
    </message>
    <message>
        <source>{name} holds weights only, without a description of the layers they belong to.</source>
        <translation>{name} 只有权重，没有说明它们属于哪些层。</translation>
    </message>
    <message>
        <source>Weights are missing in {name} ({reason}).</source>
        <translation>{name} 缺少权重（{reason}）。</translation>
    </message>
    <message>
        <source>{name} has weights that are no numbers ({reason}).</source>
        <translation>{name} 中有不是数值的权重（{reason}）。</translation>
    </message>
    <message>
        <source>{name} is quantized: its weights are whole numbers. Open the one from before that.</source>
        <translation>{name} 经过量化：它的权重是整数。请打开量化之前的网络。</translation>
    </message>
    <message>
        <source>{count} weights in {name} are not numbers (NaN or infinite): its training failed.</source>
        <translation>{name} 中有 {count} 个权重不是数值（NaN 或无穷大）：它的训练失败了。</translation>
    </message>
    <message>
        <source>{name} does not describe a network as Keras does; its format may be older or newer ({reason}).</source>
        <translation>{name} 描述网络的方式与 Keras 不同；格式可能较旧或较新（{reason}）。</translation>
    </message>
    <message>
        <source>{name} was written by Keras {version}, a newer one than is known here.</source>
        <translation>{name} 由 Keras {version} 写出，比这里支持的版本新。</translation>
    </message>
    <message>
        <source>The layers of {name} do not fit together ({reason}).</source>
        <translation>{name} 的各层不匹配（{reason}）。</translation>
    </message>
    <message>
        <source>{name} does not read pictures ({reason}).</source>
        <translation>{name} 的输入不是图片（{reason}）。</translation>
    </message>
    <message>
        <source>{name} has {count} inputs, and ConvViz has one picture to give.</source>
        <translation>{name} 有 {count} 个输入，而 ConvViz 只能提供一张图片。</translation>
    </message>
    <message>
        <source>{name} does not answer with one number a class ({reason}).</source>
        <translation>{name} 没有为每个类别给出一个数（{reason}）。</translation>
    </message>
    <message>
        <source>{name} uses a layer several times, which ConvViz does not show ({reason}).</source>
        <translation>{name} 多次使用同一层，ConvViz 无法显示（{reason}）。</translation>
    </message>
    <message>
        <source>{name} has a network as one of its layers that cannot be taken apart ({reason}).</source>
        <translation>{name} 有一层本身是网络，而且无法拆开（{reason}）。</translation>
    </message>
    <message>
        <source>TensorFlow cannot open or compute {name}. It says “{said}”.</source>
        <translation>TensorFlow 无法打开或计算 {name}。它报告“{said}”。</translation>
    </message>
    <message>
        <source>{name} puts channels first; networks of rows, columns, channels are shown ({reason}).</source>
        <translation>{name} 把通道放在最前；ConvViz 显示按行、列、通道排列的网络（{reason}）。</translation>
    </message>
    <message>
        <source>{name} has a layer {layer}, which only TensorFlow computes, and that is not at hand.</source>
        <translation>{name} 有一层 {layer} 只有 TensorFlow 能计算，而 TensorFlow 不可用。</translation>
    </message>
    <message>
        <source>{name} has a layer that only TensorFlow computes, and TensorFlow does not run here.</source>
        <translation>{name} 有一层只有 TensorFlow 能计算，而 TensorFlow 在这里无法运行。</translation>
    </message>
    <message>
        <source>TensorFlow had no answer about {name} within {seconds} seconds.</source>
        <translation>TensorFlow 在 {seconds} 秒内没有对 {name} 作出回应。</translation>
    </message>
    <message>
        <source>TensorFlow’s process ended while it had {name} open; it will be started again.</source>
        <translation>打开 {name} 时 TensorFlow 进程结束了；它会重新启动。</translation>
    </message>
    <message>
        <source>{name} needs more memory than TensorFlow’s process is given.</source>
        <translation>{name} 需要的内存超过 TensorFlow 进程可用的内存。</translation>
    </message>
    <message>
        <source>Open a network</source>
        <translation>打开网络</translation>
    </message>
    <message>
        <source>Keras networks ({patterns})</source>
        <translation>Keras 网络 ({patterns})</translation>
    </message>
    <message>
        <source>Class names</source>
        <translation>类别名称</translation>
    </message>
    <message>
        <source>One name a line, in the order of the answers:</source>
        <translation>每行一个名称，按答案的顺序：</translation>
    </message>
    <message>
        <source>Digits are resized from {from_size} to {size}.</source>
        <translation>数字从 {from_size} 缩放到 {size}。</translation>
    </message>
    <message>
        <source>The picture is resized from {from_size} to {size}.</source>
        <translation>图片从 {from_size} 缩放到 {size}。</translation>
    </message>
    <message>
        <source>Its colours become grey.</source>
        <translation>彩色转换为灰度。</translation>
    </message>
    <message>
        <source>colour as grey</source>
        <translation>彩色转灰度</translation>
    </message>
    <message>
        <source>Grey is given as equal red, green and blue.</source>
        <translation>灰度图的红、绿、蓝取相同的值。</translation>
    </message>
    <message>
        <source>grey as colour</source>
        <translation>灰度转彩色</translation>
    </message>
    <message>
        <source>TensorFlow computes {layers}: its values are shown, not taken apart.</source>
        <translation>{layers} 由 TensorFlow 计算：只显示它的值，不能拆开细看。</translation>
    </message>
    <message>
        <source>TensorFlow at work</source>
        <translation>TensorFlow 计算中</translation>
    </message>
    <message>
        <source>At {scale} its answers are near chance; at {other} it is sure, and reads {more} of {count} samples.</source>
        <translation>用 {scale} 时它的答案接近随机猜测；用 {other} 时它很确定，{count} 个示例中识别对 {more} 个。</translation>
    </message>
    <message>
        <source>At {scale} it reads {right} of {count} handwritten samples, at {other} it reads {more}.</source>
        <translation>用 {scale} 时，{count} 个手写示例中识别对 {right} 个；用 {other} 时识别对 {more} 个。</translation>
    </message>
    <message>
        <source>It reads {right} of {count} handwritten samples, at any scale hardly more.</source>
        <translation>{count} 个手写示例中识别对 {right} 个，换用其他范围也几乎不会更多。</translation>
    </message>
    <message>
        <source>Its answers are no better than chance: perhaps it was trained at another scale.</source>
        <translation>它的答案和随机猜测差不多：也许训练时用的是另一种范围。</translation>
    </message>
    <message>
        <source>It is completely sure of everything: perhaps it was trained at another scale.</source>
        <translation>它对一切都十分确定：也许训练时用的是另一种范围。</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>正在打开 {name}…</translation>
    </message>
    <message>
        <source>{given} names were given, and the network has {wanted} answers.</source>
        <translation>给出了 {given} 个名称，而网络有 {wanted} 个答案。</translation>
    </message>
    <message>
        <source>How this network was trained is not known: its file does not tell.</source>
        <translation>不知道这个网络是怎样训练的：文件里没有说明。</translation>
    </message>
    <message>
        <source>Epoch {kept} of {count} was kept: {held_out} digits held out from training chose it; the test digits chose nothing.</source>
        <translation>共 {count} 轮，保留了第 {kept} 轮：由不参与训练的 {held_out} 个数字选出；测试数字没有参与选择。</translation>
    </message>
    <message>
        <source>Epoch {kept} of {count} was kept as the last: no digits were held out to choose one; the test digits chose nothing.</source>
        <translation>共 {count} 轮，保留了最后的第 {kept} 轮：没有留出数字用于选择；测试数字也没有参与选择。</translation>
    </message>
    <message>
        <source>The recipe of its tutorial: {optimizer}, batches of {batch}, seed {seed}, {minutes} minutes.</source>
        <translation>教程的训练方案：{optimizer}，批大小 {batch}，随机种子 {seed}，{minutes} 分钟。</translation>
    </message>
    <message>
        <source>ConvViz’s own recipe: {optimizer}, batches of {batch}, seed {seed}, {minutes} minutes.</source>
        <translation>ConvViz 自己的训练方案：{optimizer}，批大小 {batch}，随机种子 {seed}，{minutes} 分钟。</translation>
    </message>
    <message>
        <source>Training numbers are taken while it learns, under harder conditions (varied digits, dropout), and may be the worst.</source>
        <translation>训练的数值是在学习过程中测得的，条件更难（数字经过变化，并使用随机失活 dropout），所以可能最差。</translation>
    </message>
    <message>
        <source>Training numbers are means over an epoch, taken while it learns.</source>
        <translation>训练的数值是一轮中的平均值，在学习过程中取得。</translation>
    </message>
    <message>
        <source>High accuracy in training but low in the test is overfitting; high in both is good generalisation, low in both underfitting.</source>
        <translation>训练准确率高而测试低是过拟合；两者都高是泛化良好，两者都低是欠拟合。</translation>
    </message>
    <message>
        <source>a photo, as it is</source>
        <translation>照片，保持原样</translation>
    </message>
    <message>
        <source>moved by the sliders</source>
        <translation>由滑块移动</translation>
    </message>
    <message>
        <source>Download MNIST</source>
        <translation>下载 MNIST</translation>
    </message>
    <message>
        <source>Download the 70,000 digits of MNIST?</source>
        <translation>要下载 MNIST 的 70,000 个数字吗？</translation>
    </message>
    <message>
        <source>Keras fetches the file {name} ({size} MB) from {host}, where Google keeps it, checks its checksum and keeps it as {path}. MNIST is by Yann LeCun, Corinna Cortes and Christopher J.C. Burges, CC BY-SA 3.0.</source>
        <translation>Keras 从 {host}（Google 存放它的地方）下载文件 {name}（{size} MB），核对校验和，并保存为 {path}。MNIST 的作者是 Yann LeCun、Corinna Cortes 和 Christopher J.C. Burges，许可证为 CC BY-SA 3.0。</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Fetching {name} from {host}…</source>
        <translation>正在从 {host} 下载 {name}…</translation>
    </message>
    <message>
        <source>Fetching…</source>
        <translation>正在下载…</translation>
    </message>
    <message>
        <source>MNIST could not be fetched: the process that did it ended. Try again, or choose a file.</source>
        <translation>无法下载 MNIST：下载进程中途结束了。请重试，或选择文件。</translation>
    </message>
    <message>
        <source>MNIST could not be fetched: there is no connection to {host}. Try again when the computer is online, or choose the file if you have it.</source>
        <translation>无法下载 MNIST：连接不上 {host}。请在计算机联网后重试；如果已有该文件，也可以直接选择。</translation>
    </message>
    <message>
        <source>MNIST could not be fetched: {host} answered with error {code}.</source>
        <translation>无法下载 MNIST：{host} 返回错误 {code}。</translation>
    </message>
    <message>
        <source>What came from {host} has another checksum than MNIST, so it was thrown away. Try again.</source>
        <translation>从 {host} 收到的内容与 MNIST 的校验和不符，已丢弃。请重试。</translation>
    </message>
    <message>
        <source>MNIST could not be fetched: Keras and TensorFlow do not run here. Choose the file instead.</source>
        <translation>无法下载 MNIST：Keras 和 TensorFlow 在这里无法运行。请改为选择文件。</translation>
    </message>
    <message>
        <source>MNIST did not come from {host} within {minutes:g} minutes; the attempt was ended.</source>
        <translation>{minutes:g} 分钟内没有从 {host} 收到 MNIST；已停止下载。</translation>
    </message>
    <message>
        <source>All maps of {layer}</source>
        <translation>{layer} 的全部特征图</translation>
    </message>
    <message>
        <source>Activations of all layers</source>
        <translation>所有层的激活值</translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation>网络看到的内容</translation>
    </message>
    <message>
        <source>Probabilities</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Exported to {name}.</source>
        <translation>已导出到 {name}。</translation>
    </message>
    <message>
        <source>{name}: the ending must be one of {endings}.</source>
        <translation>{name}：扩展名必须是 {endings} 之一。</translation>
    </message>
    <message>
        <source>The same weights in another order: their pattern is what the filter had learned.</source>
        <translation>权重相同，顺序变了：滤波器学到的正是权重的图案。</translation>
    </message>
    <message>
        <source>The same weights, but their pattern is gone.</source>
        <translation>权重相同，但图案消失了。</translation>
    </message>
    <message>
        <source>Every filter has its own weights still, but no pattern: what was learned is gone.</source>
        <translation>每个滤波器仍是自己的权重，但没有了图案：学到的东西消失了。</translation>
    </message>
    <message>
        <source>The same weights, but all patterns are gone.</source>
        <translation>权重相同，但所有图案都消失了。</translation>
    </message>
    <message>
        <source>The same maps in other places: the next layer takes each for the one it had learned.</source>
        <translation>特征图相同，但位置换了：下一层仍把每一张当作训练时在那个位置的特征图。</translation>
    </message>
    <message>
        <source>The same maps, where the next layer expects others.</source>
        <translation>特征图相同，但下一层在这些位置期待的是别的特征图。</translation>
    </message>
    <message>
        <source>The neurons have changed places: the next layer takes each for the one it had learned.</source>
        <translation>神经元换了位置：下一层仍把每一个当作训练时在那个位置的神经元。</translation>
    </message>
    <message>
        <source>The next layer takes each neuron for another.</source>
        <translation>下一层把每个神经元都当成了别的神经元。</translation>
    </message>
    <message>
        <source>The neurons have changed places: each now speaks for another class than it learned.</source>
        <translation>神经元换了位置：每一个现在支持的类别，都不是它学到的那个。</translation>
    </message>
    <message>
        <source>Each neuron speaks for another class.</source>
        <translation>每个神经元支持的是别的类别。</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>绘制</translation>
    </message>
    <message>
        <source>Take a stroke back</source>
        <translation>撤回一笔</translation>
    </message>
    <message>
        <source>New sheet</source>
        <translation>换一张纸</translation>
    </message>
    <message>
        <source>Next sample</source>
        <translation>下一个示例</translation>
    </message>
    <message>
        <source>Inspect a digit</source>
        <translation>查看一个数字</translation>
    </message>
    <message>
        <source>Read a picture</source>
        <translation>识别图片</translation>
    </message>
    <message>
        <source>Preparation of the picture</source>
        <translation>图片的预处理</translation>
    </message>
    <message>
        <source>As trained</source>
        <translation>还原为训练值</translation>
    </message>
    <message>
        <source>Switch a filter off</source>
        <translation>停用滤波器</translation>
    </message>
    <message>
        <source>Switch a filter on</source>
        <translation>启用滤波器</translation>
    </message>
    <message>
        <source>Strength of a filter</source>
        <translation>滤波器的强度</translation>
    </message>
    <message>
        <source>Weight of a filter</source>
        <translation>滤波器的权重</translation>
    </message>
    <message>
        <source>Bias of a filter</source>
        <translation>滤波器的偏置</translation>
    </message>
    <message>
        <source>Lab’s kernel into a filter</source>
        <translation>把实验室的卷积核放入滤波器</translation>
    </message>
    <message>
        <source>Shuffle a filter’s weights</source>
        <translation>打乱滤波器的权重</translation>
    </message>
    <message>
        <source>Shuffle a layer’s weights</source>
        <translation>打乱整层的权重</translation>
    </message>
    <message>
        <source>Shuffle a layer’s filters</source>
        <translation>打乱整层的滤波器</translation>
    </message>
    <message>
        <source>Choose a network</source>
        <translation>选择网络</translation>
    </message>
    <message>
        <source>Move the digit</source>
        <translation>移动数字</translation>
    </message>
    <message>
        <source>Fit to the network</source>
        <translation>适配网络</translation>
    </message>
    <message>
        <source>{name}, the network of this experiment, is not there any more; everything else of it is shown.</source>
        <translation>这个实验的网络 {name} 已不在原处；实验的其他内容照常显示。</translation>
    </message>
    <message>
        <source>The file of {name} has changed since this experiment was saved.</source>
        <translation>保存这个实验之后，{name} 的文件已被更改。</translation>
    </message>
    <message>
        <source>The changes in this experiment do not fit {name}; it is shown as it was trained.</source>
        <translation>这个实验中的更改不适合 {name}；显示的是训练后的原网络。</translation>
    </message>
    <message>
        <source>Click a number to go down to its layer.</source>
        <translation>单击一个数，进入它所在的层。</translation>
    </message>
    <message>
        <source>Click it to go one layer down, to {layer}.</source>
        <translation>单击它进入下一层：{layer}。</translation>
    </message>
    <message>
        <source>The mean is taken off, then divided by the deviation, stretched by gamma and moved by beta: {sum}.</source>
        <translation>先减去平均值，再除以标准差，乘以 gamma，加上 beta：{sum}。</translation>
    </message>
    <message>
        <source>The largest of {numbers}: {value}.</source>
        <translation>{numbers} 中最大的：{value}。</translation>
    </message>
    <message>
        <source>The smallest of {numbers}: {value}.</source>
        <translation>{numbers} 中最小的：{value}。</translation>
    </message>
    <message>
        <source>Save the network</source>
        <translation>保存网络</translation>
    </message>
    <message>
        <source>Starting TensorFlow…</source>
        <translation>正在启动 TensorFlow…</translation>
    </message>
    <message>
        <source>Epoch {epoch} of {epochs}, batch {batch} of {batches}</source>
        <translation>第 {epoch} 轮，共 {epochs} 轮；第 {batch} 批，共 {batches} 批</translation>
    </message>
    <message>
        <source>about {minutes} min left</source>
        <translation>约剩 {minutes} 分钟</translation>
    </message>
    <message>
        <source>about {seconds} s left</source>
        <translation>约剩 {seconds} 秒</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Epoch {epoch} is kept; it reads the test digits now…</source>
        <translation>保留第 {epoch} 轮；正在识别测试数字…</translation>
    </message>
    <message>
        <source>{title}: trained</source>
        <translation>{title}：训练完成</translation>
    </message>
    <message>
        <source>Stopped; epoch {epoch} is kept. It reads {percent} % of the {digits} test digits.</source>
        <translation>已停止；保留第 {epoch} 轮。{digits} 个测试数字中 {percent} % 识别正确。</translation>
    </message>
    <message>
        <source>It reads {percent} % of the {digits} test digits; epoch {epoch} is kept.</source>
        <translation>{digits} 个测试数字中 {percent} % 识别正确；保留第 {epoch} 轮。</translation>
    </message>
    <message>
        <source>{title} is trained. {result}</source>
        <translation>{title} 训练完成。{result}</translation>
    </message>
    <message>
        <source>The training was ended; nothing of it was kept.</source>
        <translation>训练已结束；没有保留任何结果。</translation>
    </message>
    <message>
        <source>Saved as {name}, with its report card beside it.</source>
        <translation>已保存为 {name}，旁边附有训练报告。</translation>
    </message>
    <message>
        <source>{name} exists already; choose it itself to write over it.</source>
        <translation>{name} 已存在；如要覆盖，请直接选择这个文件。</translation>
    </message>
    <message>
        <source>A network is being trained. Closing the window throws the training away.</source>
        <translation>正在训练网络。关闭窗口将丢弃这次训练。</translation>
    </message>
    <message>
        <source>The trained network is in no file yet. Closing the window throws it away.</source>
        <translation>训练好的网络还没有保存为文件。关闭窗口将丢弃它。</translation>
    </message>
    <message>
        <source>The trained network is in no file yet, and after another training it can no longer be saved.</source>
        <translation>训练好的网络还没有保存为文件；再训练一次之后就无法保存它了。</translation>
    </message>
    <message>
        <source>The experiment is saved, but its network {name} is in no file yet: save that with “Save as…” under “Train…”, and then the experiment again.</source>
        <translation>实验已保存，但其中的网络 {name} 还没有保存为文件：请在“训练…”中用“另存为…”保存它，然后再保存一次实验。</translation>
    </message>
    <message>
        <source>The experiment is saved, but its network {name} is in no file and is gone when the window is closed.</source>
        <translation>实验已保存，但其中的网络 {name} 没有保存为文件，关闭窗口后就不存在了。</translation>
    </message>
    <message>
        <source>TensorFlow is needed for training, and it does not run on this computer.</source>
        <translation>训练需要 TensorFlow，但它在这台计算机上无法运行。</translation>
    </message>
    <message>
        <source>The training needs more memory than TensorFlow’s process is given.</source>
        <translation>训练需要的内存超过 TensorFlow 进程可用的内存。</translation>
    </message>
    <message>
        <source>TensorFlow’s process ended unexpectedly, perhaps for want of memory. You may start again.</source>
        <translation>TensorFlow 进程意外结束，可能是内存不足。可以重新开始。</translation>
    </message>
    <message>
        <source>TensorFlow failed while it trained. It says “{reason}”.</source>
        <translation>TensorFlow 训练失败。它报告“{reason}”。</translation>
    </message>
    <message>
        <source>The training was stopped before its first epoch was over; nothing was kept.</source>
        <translation>训练在第一轮结束之前停止；没有保留任何结果。</translation>
    </message>
    <message>
        <source>{digits} training digits are too few for this recipe: it holds out {held_out} of them to choose the epoch.</source>
        <translation>{digits} 个训练数字对这种训练方案来说太少：它要留出其中 {held_out} 个来选择保留哪一轮。</translation>
    </message>
    <message>
        <source>Not saved: the report card would take the place of {other}, which is another file. Choose another name.</source>
        <translation>没有保存：训练报告会覆盖另一个文件 {other}。请换一个名称。</translation>
    </message>
    <message>
        <source>The training ended with the window; nothing of it was kept.</source>
        <translation>训练随窗口一起结束，没有保留任何结果。</translation>
    </message>
    <message>
        <source>Dense layers only, no convolution: {parameters} parameters.</source>
        <translation>只有全连接层，没有卷积：{parameters} 个参数。</translation>
    </message>
    <message>
        <source>Two convolutions with pooling and two dense layers: {parameters} parameters.</source>
        <translation>两个带池化的卷积层和两个全连接层：{parameters} 个参数。</translation>
    </message>
    <message>
        <source>Three convolutions, two poolings and one dense layer: {parameters} parameters.</source>
        <translation>三个卷积层、两个池化层和一个全连接层：{parameters} 个参数。</translation>
    </message>
    <message>
        <source>As its tutorial trains it: {optimizer}, batches of {batch}, the digits as they are; the last epoch is kept.</source>
        <translation>按教程的方案训练：{optimizer}，批大小 {batch}，数字保持原样；保留最后一轮。</translation>
    </message>
    <message>
        <source>As well as ConvViz can: {optimizer}, batches of {batch}, digits turned, moved and stretched; {held_out} digits held out choose the epoch.</source>
        <translation>ConvViz 的最佳训练方案：{optimizer}，批大小 {batch}，数字经旋转、移动和拉伸；由留出的 {held_out} 个数字选择保留哪一轮。</translation>
    </message>
    <message>
        <source>Train again all the same?</source>
        <translation>仍要重新训练吗？</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>重新训练</translation>
    </message>
    <message>
        <source>grey: as trained</source>
        <translation>灰色：训练后的原值</translation>
    </message>
    <message>
        <source>Before (grey) and after (accent) your changes</source>
        <translation>你更改之前（灰色）和之后（强调色）</translation>
    </message>
    <message>
        <source>The networks that were open the last time cannot be opened again ({reason}).</source>
        <translation>上次打开的网络无法再次打开（{reason}）。</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>No trained network is installed.</source>
        <translation>没有安装训练好的网络。</translation>
    </message>
    <message>
        <source>On what the filter reads here</source>
        <translation>应用于滤波器在这里读取的内容</translation>
    </message>
    <message>
        <source>On the picture in the Lab</source>
        <translation>应用于实验室中的图片</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>All weights of the chosen filter, to be changed</source>
        <translation>所选滤波器的全部权重，可以修改</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>滤波器</translation>
    </message>
    <message>
        <source>Move the digit and see which networks still read it</source>
        <translation>移动数字，看哪些网络还能识别它</translation>
    </message>
</context>
<context>
    <name>NetworkPanel</name>
    <message>
        <source>The network from the digit to its answer</source>
        <translation>从数字到答案的网络</translation>
    </message>
</context>
<context>
    <name>NetworkPhoto</name>
    <message>
        <source>Find out</source>
        <translation>自动判断</translation>
    </message>
    <message>
        <source>Dark writing</source>
        <translation>深色字迹</translation>
    </message>
    <message>
        <source>Bright writing</source>
        <translation>浅色字迹</translation>
    </message>
    <message>
        <source>Take the paper&apos;s lines off</source>
        <translation>去掉纸上的线条</translation>
    </message>
    <message>
        <source>Keep the lines</source>
        <translation>保留线条</translation>
    </message>
    <message>
        <source>Find out (now {percent} %)</source>
        <translation>自动判断（现为 {percent} %）</translation>
    </message>
    <message>
        <source>Ink is {percent} % darker than paper</source>
        <translation>墨迹比纸深 {percent} %</translation>
    </message>
    <message>
        <source>Mark the digit with the mouse</source>
        <translation>用鼠标框出数字</translation>
    </message>
    <message>
        <source>The whole photo</source>
        <translation>整张照片</translation>
    </message>
</context>
<context>
    <name>NetworkPresenting</name>
    <message>
        <source>Maps</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>Why this number?</source>
        <translation>为什么是这个数？</translation>
    </message>
</context>
<context>
    <name>NetworkStrip</name>
    <message>
        <source>Train…</source>
        <translation>训练…</translation>
    </message>
    <message>
        <source>Train a network of your own on MNIST’s digits</source>
        <translation>用 MNIST 的数字训练你自己的网络</translation>
    </message>
    <message>
        <source>Training: {percent} %</source>
        <translation>训练：{percent} %</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>See how the training goes, or stop it</source>
        <translation>查看训练进展，或停止训练</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Open network…</source>
        <translation>打开网络…</translation>
    </message>
    <message>
        <source>Look inside a network of your own: a Keras file (.keras, .h5)</source>
        <translation>查看你自己的网络：Keras 文件（.keras、.h5）</translation>
    </message>
    <message>
        <source>Colour range</source>
        <translation>颜色范围</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>The strongest value of each map takes the full colour</source>
        <translation>颜色上限取每张特征图中最强的值</translation>
    </message>
    <message>
        <source>The strongest value of each layer takes the full colour: weak maps look weak</source>
        <translation>颜色上限取每层中最强的值：弱的特征图看起来也弱</translation>
    </message>
    <message>
        <source>The strongest value of all layers takes the full colour</source>
        <translation>颜色上限取所有层中最强的值</translation>
    </message>
</context>
<context>
    <name>NewPictureDialog</name>
    <message>
        <source>New picture</source>
        <translation>新图片</translation>
    </message>
    <message>
        <source>0 to 255 (bytes)</source>
        <translation>0 至 255（字节）</translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation>0 至 1</translation>
    </message>
    <message>
        <source>{minus}1 to 1, as in the X</source>
        <translation>{minus}1 至 1，与 X 图案相同</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列数</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>取值范围</translation>
    </message>
    <message>
        <source>Every pixel begins as</source>
        <translation>像素的初始值</translation>
    </message>
</context>
<context>
    <name>OfferLine</name>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
</context>
<context>
    <name>OpenBar</name>
    <message>
        <source>Black to white</source>
        <translation>黑到白</translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation>0 至 1</translation>
    </message>
    <message>
        <source>−1 to 1</source>
        <translation>−1 至 1</translation>
    </message>
    <message>
        <source>0 to 255</source>
        <translation>0 至 255</translation>
    </message>
    <message>
        <source>The values of black and white pixels when this network was trained</source>
        <translation>训练这个网络时黑色和白色像素的值</translation>
    </message>
    <message>
        <source>Prepared digit</source>
        <translation>预处理后的数字</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>整张图片</translation>
    </message>
    <message>
        <source>The network gets the digit, prepared as MNIST&apos;s are</source>
        <translation>网络读取按 MNIST 方式处理过的数字</translation>
    </message>
    <message>
        <source>The network gets the photo as it is</source>
        <translation>网络直接读取照片</translation>
    </message>
    <message>
        <source>What the network gets of the photo</source>
        <translation>照片以什么形式交给网络</translation>
    </message>
    <message>
        <source>Class names…</source>
        <translation>类别名称…</translation>
    </message>
    <message>
        <source>Say what the answers of this network are called</source>
        <translation>说明这个网络的答案叫什么</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Use {scale}</source>
        <translation>使用 {scale}</translation>
    </message>
</context>
<context>
    <name>OperationCard</name>
    <message>
        <source>Operation</source>
        <translation>运算</translation>
    </message>
    <message>
        <source>Grids</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>the same step as one row of a matrix</source>
        <translation>同一步，看作矩阵的一行</translation>
    </message>
    <message>
        <source>step {n} of {all}</source>
        <translation>第 {n} 步，共 {all} 步</translation>
    </message>
</context>
<context>
    <name>PaddingRows</name>
    <message>
        <source>Padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>valid (none)</source>
        <translation>无（valid）</translation>
    </message>
    <message>
        <source>same</source>
        <translation>相同（same）</translation>
    </message>
    <message>
        <source>full</source>
        <translation>完全（full）</translation>
    </message>
    <message>
        <source>custom</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Padding on every side</source>
        <translation>每边的填充</translation>
    </message>
    <message>
        <source>Top, bottom</source>
        <translation>上、下</translation>
    </message>
    <message>
        <source>Left, right</source>
        <translation>左、右</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>上</translation>
    </message>
    <message>
        <source>Bottom</source>
        <translation>下</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>A number for each side</source>
        <translation>每边分别设置</translation>
    </message>
    <message>
        <source>{top} above, {bottom} below, {left} on the left, {right} on the right</source>
        <translation>上 {top}，下 {bottom}，左 {left}，右 {right}</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>resized to {size} by {method}</source>
        <translation>调整为 {size}（{method}）</translation>
    </message>
    <message>
        <source>cropped to rows {top} to {bottom} and columns {left} to {right}</source>
        <translation>裁剪为第 {top} 至 {bottom} 行、第 {left} 至 {right} 列</translation>
    </message>
    <message>
        <source>nearest</source>
        <translation>最近邻</translation>
    </message>
    <message>
        <source>box (area)</source>
        <translation>区域平均</translation>
    </message>
    <message>
        <source>bilinear</source>
        <translation>双线性</translation>
    </message>
    <message>
        <source>bicubic</source>
        <translation>双三次</translation>
    </message>
    <message>
        <source>Lanczos</source>
        <translation>Lanczos</translation>
    </message>
</context>
<context>
    <name>PixelEditing</name>
    <message>
        <source>Pixel at row {row}, column {column}</source>
        <translation>第 {row} 行第 {column} 列的像素</translation>
    </message>
</context>
<context>
    <name>PoolingForm</name>
    <message>
        <source>Pooling</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>Kind, size</source>
        <translation>方式、大小</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>Its stride</source>
        <translation>池化步幅</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>余下部分</translation>
    </message>
    <message>
        <source>Kind of pooling</source>
        <translation>池化方式</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>average</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Rows of a window</source>
        <translation>窗口行数</translation>
    </message>
    <message>
        <source>Columns of a window</source>
        <translation>窗口列数</translation>
    </message>
    <message>
        <source>Size of a window</source>
        <translation>窗口大小</translation>
    </message>
    <message>
        <source>Stride of rows</source>
        <translation>行步幅（纵向）</translation>
    </message>
    <message>
        <source>Stride of columns</source>
        <translation>列步幅（横向）</translation>
    </message>
    <message>
        <source>What becomes of incomplete windows</source>
        <translation>如何处理不完整的窗口</translation>
    </message>
    <message>
        <source>What becomes of windows that do not fit at the bottom and on the right</source>
        <translation>如何处理下方和右侧放不下的窗口</translation>
    </message>
    <message>
        <source>drop the rest</source>
        <translation>舍去余下部分</translation>
    </message>
    <message>
        <source>keep the rest</source>
        <translation>保留余下部分</translation>
    </message>
    <message>
        <source>same</source>
        <translation>相同（same）</translation>
    </message>
    <message>
        <source>count padding</source>
        <translation>计入填充</translation>
    </message>
    <message>
        <source>Divide by the whole window even where part of it is padding</source>
        <translation>窗口含有填充时，仍除以整个窗口的大小</translation>
    </message>
    <message>
        <source>Rows and columns apart</source>
        <translation>行和列分别设置</translation>
    </message>
</context>
<context>
    <name>PredictBox</name>
    <message>
        <source>It is {truth}.</source>
        <translation>答案是 {truth}。</translation>
    </message>
    <message>
        <source>Right: {truth}.</source>
        <translation>答对了：{truth}。</translation>
    </message>
    <message>
        <source>Not {guess}: it is {truth}.</source>
        <translation>不是 {guess}，而是 {truth}。</translation>
    </message>
    <message>
        <source>What will it be?</source>
        <translation>结果会是多少？</translation>
    </message>
    <message>
        <source>your guess</source>
        <translation>你的猜测</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>偏好设置</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Open the window where it was closed</source>
        <translation>在上次关闭的位置打开窗口</translation>
    </message>
    <message>
        <source>Save experiments with their picture inside</source>
        <translation>保存实验时一并存入图片</translation>
    </message>
    <message>
        <source>After a crash or a logout, go on by itself where you were</source>
        <translation>意外退出或注销后，自动继续上次的工作</translation>
    </message>
    <message>
        <source>At start</source>
        <translation>启动时</translation>
    </message>
    <message>
        <source>Show the start page</source>
        <translation>显示起始页</translation>
    </message>
    <message>
        <source>Open the last experiment</source>
        <translation>打开上次的实验</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
</context>
<context>
    <name>PresenterFooter</name>
    <message>
        <source>PgDn next &#x2002; PgUp back &#x2002; B black &#x2002; Esc end</source>
        <translation>PgDn 下一步 &#x2002; PgUp 上一步 &#x2002; B 黑屏 &#x2002; Esc 结束</translation>
    </message>
    <message>
        <source>step {number} of {count}</source>
        <translation>第 {number} 步，共 {count} 步</translation>
    </message>
</context>
<context>
    <name>ProbabilityView</name>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>after</source>
        <translation>更改后</translation>
    </message>
    <message>
        <source>logit</source>
        <translation>logit</translation>
    </message>
    <message>
        <source>before</source>
        <translation>更改前</translation>
    </message>
    <message>
        <source>Probabilities</source>
        <translation>概率</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>There was not enough memory for this; a smaller picture needs less.</source>
        <translation>内存不足；更小的图像需要的内存更少。</translation>
    </message>
    <message>
        <source>Something went wrong inside ConvViz.</source>
        <translation>ConvViz 内部出了问题。</translation>
    </message>
    <message>
        <source>Your work is still here. If it happens again, the details help to mend it.</source>
        <translation>你的工作没有丢失。如果再次发生，详细信息有助于修复。</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>切换浅色和深色</translation>
    </message>
    <message>
        <source>Keyboard shortcuts (F1)</source>
        <translation>键盘快捷键（F1）</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>偏好设置</translation>
    </message>
</context>
<context>
    <name>RangeBar</name>
    <message>
        <source>Drag an end to choose which values are darkest and brightest, or between the ends to move both. Arrow keys do it too. Double-click or Home: automatic.</source>
        <translation>拖动一端选择哪些值最暗、哪些值最亮；在两端之间拖动则一起移动。方向键也可以。双击或 Home 键：自动。</translation>
    </message>
</context>
<context>
    <name>RangeDialog</name>
    <message>
        <source>Fixed colour range</source>
        <translation>指定颜色范围</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>A range with a negative end has 0 in its middle: the longer side counts for both.</source>
        <translation>一端为负的范围以 0 为中心：两侧都取较长的一侧。</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>a kernel is (rows, columns) or (rows, columns, channels), not {shape}</source>
        <translation>卷积核的形状应为（行，列）或（行，列，通道），而不是 {shape}</translation>
    </message>
    <message>
        <source>a kernel of {size} does not exist: 1 to {most} rows and columns</source>
        <translation>没有 {size} 的卷积核：行数和列数应为 1 至 {most}</translation>
    </message>
    <message>
        <source>a kernel of {size} is too large: 1 to {most} rows and columns</source>
        <translation>{size} 的卷积核太大：行数和列数应为 1 至 {most}</translation>
    </message>
    <message>
        <source>a text of {count} characters is too long for a kernel</source>
        <translation>文本有 {count} 个字符，作为卷积核太长</translation>
    </message>
    <message>
        <source>channel {number} has {size} weights, channel 1 has {first}</source>
        <translation>通道 {number} 的权重为 {size}，通道 1 为 {first}</translation>
    </message>
    <message>
        <source>row {row} has {count} weights, row 1 has {first}</source>
        <translation>第 {row} 行有 {count} 个权重，第 1 行有 {first} 个</translation>
    </message>
    <message>
        <source>row {row}, column {column}: {cause}</source>
        <translation>第 {row} 行，第 {column} 列：{cause}</translation>
    </message>
    <message>
        <source>the JSON has no list of weights</source>
        <translation>JSON 中没有权重列表</translation>
    </message>
    <message>
        <source>the cell is empty</source>
        <translation>单元格是空的</translation>
    </message>
    <message>
        <source>the divisor is {divisor}; it must be a finite number other than 0</source>
        <translation>除数是 {divisor}；它必须是 0 以外的有限数</translation>
    </message>
    <message>
        <source>the divisor {divisor!r} is not a number</source>
        <translation>除数 {divisor!r} 不是数值</translation>
    </message>
    <message>
        <source>the rows of the kernel are not equally long</source>
        <translation>卷积核各行的长度不一致</translation>
    </message>
    <message>
        <source>the text has no weights</source>
        <translation>文本中没有权重</translation>
    </message>
    <message>
        <source>the weight in row {row}, column {column} is not finite</source>
        <translation>第 {row} 行，第 {column} 列的权重不是有限数</translation>
    </message>
    <message>
        <source>this is not a text file</source>
        <translation>这不是文本文件</translation>
    </message>
    <message>
        <source>weights of type {type} are not real numbers</source>
        <translation>{type} 类型的权重不是实数</translation>
    </message>
    <message>
        <source>{name}: a kernel file ends in {endings}</source>
        <translation>{name}：卷积核文件的扩展名应为 {endings}</translation>
    </message>
    <message>
        <source>{name}: {cause}</source>
        <translation>{name}：{cause}</translation>
    </message>
    <message>
        <source>{text!r} divides by zero</source>
        <translation>{text!r} 除以零</translation>
    </message>
    <message>
        <source>{text!r} is not a number</source>
        <translation>{text!r} 不是数值</translation>
    </message>
    <message>
        <source>it holds {name}, which is not a number</source>
        <translation>其中含有 {name}，它不是数值</translation>
    </message>
    <message>
        <source>it was saved by a newer ConvViz</source>
        <translation>它由较新版本的 ConvViz 保存</translation>
    </message>
    <message>
        <source>the embedded picture has no value range: {low:g} to {high:g}</source>
        <translation>存入的图片没有值的范围：{low:g} 至 {high:g}</translation>
    </message>
    <message>
        <source>the embedded picture holds values that are no finite numbers</source>
        <translation>存入的图片含有不是有限数的值</translation>
    </message>
    <message>
        <source>the embedded picture is damaged ({cause})</source>
        <translation>存入的图片已损坏（{cause}）</translation>
    </message>
    <message>
        <source>the embedded picture is no picture: {type} of shape {shape}</source>
        <translation>存入的不是图片：{type}，形状 {shape}</translation>
    </message>
    <message>
        <source>the file is not an object: {value}</source>
        <translation>文件不是一个 JSON 对象：{value}</translation>
    </message>
    <message>
        <source>the picture {path} cannot be read ({reason})</source>
        <translation>无法读取图片 {path}（{reason}）</translation>
    </message>
    <message>
        <source>the picture {path} is not there any more</source>
        <translation>图片 {path} 已不在原处</translation>
    </message>
    <message>
        <source>the picture {path} is on another computer</source>
        <translation>图片 {path} 在另一台计算机上</translation>
    </message>
    <message>
        <source>there is no sample picture {key!r}</source>
        <translation>没有示例图片 {key!r}</translation>
    </message>
    <message>
        <source>this is no ConvViz experiment</source>
        <translation>这不是 ConvViz 实验</translation>
    </message>
    <message>
        <source>this is no ConvViz experiment, or it is damaged</source>
        <translation>这不是 ConvViz 实验，或已损坏</translation>
    </message>
    <message>
        <source>{name} cannot be opened: {cause}.</source>
        <translation>无法打开 {name}：{cause}。</translation>
    </message>
    <message>
        <source>{name} would be larger than {most} MB</source>
        <translation>{name} 将超过 {most} MB</translation>
    </message>
    <message>
        <source>{path} has rows of unequal length, or weights that are no finite numbers</source>
        <translation>{path} 各行长度不一，或含有不是有限数的权重</translation>
    </message>
    <message>
        <source>{path} has {count} channels</source>
        <translation>{path} 有 {count} 个通道</translation>
    </message>
    <message>
        <source>{path} has no exact float64: {value}</source>
        <translation>{path} 无法用 float64 精确表示：{value}</translation>
    </message>
    <message>
        <source>{path} is longer than {longest} characters: {value}</source>
        <translation>{path} 超过 {longest} 个字符：{value}</translation>
    </message>
    <message>
        <source>{path} is missing</source>
        <translation>缺少 {path}</translation>
    </message>
    <message>
        <source>{path} is neither true nor false: {value}</source>
        <translation>{path} 既不是 true 也不是 false：{value}</translation>
    </message>
    <message>
        <source>{path} is none of {allowed}</source>
        <translation>{path} 不在 {allowed} 之中</translation>
    </message>
    <message>
        <source>{path} is none of {allowed}: {value}</source>
        <translation>{path} 不在 {allowed} 之中：{value}</translation>
    </message>
    <message>
        <source>{path} is not a kernel of 1x1 to {most} weights</source>
        <translation>{path} 不是 1x1 至 {most} 的卷积核</translation>
    </message>
    <message>
        <source>{path} is not a number: {value}</source>
        <translation>{path} 不是数值：{value}</translation>
    </message>
    <message>
        <source>{path} is not a text: {value}</source>
        <translation>{path} 不是文本：{value}</translation>
    </message>
    <message>
        <source>{path} is not a whole number from {low} to {high}: {value}</source>
        <translation>{path} 不是 {low} 至 {high} 的整数：{value}</translation>
    </message>
    <message>
        <source>{path} is not an object: {value}</source>
        <translation>{path} 不是一个 JSON 对象：{value}</translation>
    </message>
    <message>
        <source>{path} is not below {other}: {low:g}, {high:g}</source>
        <translation>{path} 不小于 {other}：{low:g}，{high:g}</translation>
    </message>
    <message>
        <source>{path} is not two pairs of whole numbers from {low} to {high}: {value}</source>
        <translation>{path} 不是两对 {low} 至 {high} 的整数：{value}</translation>
    </message>
    <message>
        <source>{path} is not two whole numbers from {low} to {high}: {value}</source>
        <translation>{path} 不是两个 {low} 至 {high} 的整数：{value}</translation>
    </message>
    <message>
        <source>the network {path} is on another computer</source>
        <translation>网络 {path} 在另一台计算机上</translation>
    </message>
    <message>
        <source>{path} has more than {most} items</source>
        <translation>{path} 超过 {most} 项</translation>
    </message>
    <message>
        <source>{path} is no prepared digit</source>
        <translation>{path} 不是预处理后的数字</translation>
    </message>
    <message>
        <source>{path} is no stroke of a pen</source>
        <translation>{path} 不是有效的笔画</translation>
    </message>
    <message>
        <source>{path} is not a list of at most {most}: {value}</source>
        <translation>{path} 不是最多 {most} 项的列表：{value}</translation>
    </message>
    <message>
        <source>{path} is not a list of texts</source>
        <translation>{path} 不是文本列表</translation>
    </message>
    <message>
        <source>{path} is not a place</source>
        <translation>{path} 不是一个位置</translation>
    </message>
    <message>
        <source>{name}: digits of 28x28 bytes are needed, not {found}</source>
        <translation>{name}：需要 28x28 字节的数字，而不是 {found}</translation>
    </message>
    <message>
        <source>{name}: labels have to be whole numbers from 0 to 9</source>
        <translation>{name}：标签必须是 0 至 9 的整数</translation>
    </message>
    <message>
        <source>{name}: there is no {key} in it; MNIST as Keras has it is needed</source>
        <translation>{name}：其中没有 {key}；需要 Keras 所用的 MNIST</translation>
    </message>
    <message>
        <source>{name}: this is not the MNIST file of Keras (mnist.npz)</source>
        <translation>{name}：这不是 Keras 的 MNIST 文件（mnist.npz）</translation>
    </message>
    <message>
        <source>{name}: {digits} digits and {labels} labels do not go together</source>
        <translation>{name}：{digits} 个数字与 {labels} 个标签不匹配</translation>
    </message>
    <message>
        <source>fill {fill!r} is none of {fills}, or a number</source>
        <translation>填充值 {fill!r} 既不在 {fills} 之中，也不是数值</translation>
    </message>
    <message>
        <source>fill {number} is not a finite number</source>
        <translation>填充值 {number} 不是有限数</translation>
    </message>
    <message>
        <source>kernel {kernel} (effective {reach}) does not fit {size} + padding {padding}: it needs {reach}; a kernel of at most {fits} or {missing} more padding would fit</source>
        <translation>{kernel} 的卷积核（有效大小 {reach}）放不进 {size} + 填充 {padding}：需要 {reach}；改用不超过 {fits} 的卷积核，或再增加填充 {missing}，就放得下</translation>
    </message>
    <message>
        <source>padding {padding!r} is neither one number, (rows, columns) nor ((top, bottom), (left, right))</source>
        <translation>填充 {padding!r} 既不是一个数，也不是（行，列）或（（上，下），（左，右））</translation>
    </message>
    <message>
        <source>padding {padding!r} is none of {rules}</source>
        <translation>填充 {padding!r} 不在 {rules} 之中</translation>
    </message>
    <message>
        <source>with its padding the picture has {size} values; the limit is {most:,}</source>
        <translation>加上填充后图像有 {size} 个值；上限是 {most:,}</translation>
    </message>
    <message>
        <source>{name} {number} has no exact float64; the nearest is {nearest}</source>
        <translation>{name} {number} 无法用 float64 精确表示；最接近的是 {nearest}</translation>
    </message>
    <message>
        <source>it has {size:,} bytes; the limit is {most:,}</source>
        <translation>它有 {size:,} 字节；上限为 {most:,}</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>它是文件夹</translation>
    </message>
    <message>
        <source>it is no ordinary file</source>
        <translation>它不是普通文件</translation>
    </message>
    <message>
        <source>{text!r} is too large; the limit is {most:g}</source>
        <translation>{text!r} 太大；上限为 {most:g}</translation>
    </message>
    <message>
        <source>this takes {size:.1f} GB of memory; the limit is {most:g} GB</source>
        <translation>这需要 {size:.1f} GB 内存；上限为 {most:g} GB</translation>
    </message>
    <message>
        <source>{name} {number} is less than {least}</source>
        <translation>{name} {number} 小于 {least}</translation>
    </message>
    <message>
        <source>{name} {number} is more than {most}</source>
        <translation>{name} {number} 大于 {most}</translation>
    </message>
    <message>
        <source>{name} {value!r} is neither one number nor (rows, columns)</source>
        <translation>{name} {value!r} 既不是一个数，也不是（行，列）</translation>
    </message>
    <message>
        <source>{name} {value!r} is not a whole number</source>
        <translation>{name} {value!r} 不是整数</translation>
    </message>
    <message>
        <source>the embedded picture has more values than its shape {shape}</source>
        <translation>存入的图片的值多于其形状 {shape} 所需</translation>
    </message>
    <message>
        <source>the embedded picture is cut off</source>
        <translation>存入的图片不完整</translation>
    </message>
    <message>
        <source>the embedded picture unpacks to {size:,} bytes; the limit is {most:,}</source>
        <translation>存入的图片解压后有 {size:,} 字节；上限为 {most:,}</translation>
    </message>
    <message>
        <source>the embedded picture has values up to {value:g}; the limit is {most:g}</source>
        <translation>存入的图片的值达到 {value:g}；上限为 {most:g}</translation>
    </message>
    <message>
        <source>{path} is not a number from {low:.10g} to {high:.10g}: {value}</source>
        <translation>{path} 不是 {low:.10g} 到 {high:.10g} 之间的数值：{value}</translation>
    </message>
    <message>
        <source>{path} is too near to 0: {value}; at least {least:g} away from it would do</source>
        <translation>{path} 离 0 太近：{value}；至少要相差 {least:g}</translation>
    </message>
    <message>
        <source>{path} is nearer to {other} than {least:g}: {low:g}, {high:g}</source>
        <translation>{path} 与 {other} 相差不到 {least:g}：{low:g}，{high:g}</translation>
    </message>
    <message>
        <source>what was kept of the last time is damaged, or of a newer ConvViz</source>
        <translation>上次保留的内容已损坏，或来自更新版本的 ConvViz</translation>
    </message>
    <message>
        <source>What you worked on last cannot be opened: {cause}.</source>
        <translation>无法打开上次的工作：{cause}。</translation>
    </message>
    <message>
        <source>the film has more than {most:,} pictures; a part of it, or a coarser detail, would have fewer</source>
        <translation>影片超过 {most:,} 张图像；只取一部分，或选较粗的细节，就会少一些</translation>
    </message>
    <message>
        <source>the crop {crop} does not lie on the picture of {size}</source>
        <translation>裁剪区域 {crop} 不在 {size} 的图像之内</translation>
    </message>
    <message>
        <source>{name} unpacks to {size:,} bytes; the limit is {most:,}</source>
        <translation>{name} 解压后有 {size:,} 字节；上限为 {most:,}</translation>
    </message>
    <message>
        <source>a layer reads output {number} of {name!r}, which does not exist</source>
        <translation>有一层读取 {name!r} 的输出 {number}，而它不存在</translation>
    </message>
    <message>
        <source>the layer {name!r} has a name that cannot be shown</source>
        <translation>层 {name!r} 的名称无法显示</translation>
    </message>
    <message>
        <source>a layer reads {name!r}, which does not exist</source>
        <translation>有一层读取 {name!r}，而它不存在</translation>
    </message>
    <message>
        <source>a network of {count} layers is not opened</source>
        <translation>有 {count} 层的网络不能打开</translation>
    </message>
    <message>
        <source>the description is nested too deeply</source>
        <translation>描述的嵌套太深</translation>
    </message>
    <message>
        <source>the file describes a {layer!r}, not a network of layers</source>
        <translation>文件描述的是 {layer!r}，不是由层组成的网络</translation>
    </message>
    <message>
        <source>the file does not list the layers of its network</source>
        <translation>文件没有列出网络的各层</translation>
    </message>
    <message>
        <source>the file does not say what size of picture the network reads</source>
        <translation>文件没有说明网络读取多大的图片</translation>
    </message>
    <message>
        <source>the file does not say what the layer {name!r} reads</source>
        <translation>文件没有说明层 {name!r} 读取什么</translation>
    </message>
    <message>
        <source>the file has no weights {name!r}</source>
        <translation>文件中没有权重 {name!r}</translation>
    </message>
    <message>
        <source>the file says nothing about a {layer} layer</source>
        <translation>文件没有说明一个 {layer} 层的设置</translation>
    </message>
    <message>
        <source>the layer {name!r} does not normalise channels</source>
        <translation>层 {name!r} 不是按通道归一化</translation>
    </message>
    <message>
        <source>the layer {name!r} has channels first; (rows, columns, channels) is needed</source>
        <translation>层 {name!r} 把通道放在最前；需要（行，列，通道）</translation>
    </message>
    <message>
        <source>the layer {name!r} has numbers that are none</source>
        <translation>层 {name!r} 含有无效的数值</translation>
    </message>
    <message>
        <source>the layer {name!r} has {count:,} parameters; at most {most:,} are opened</source>
        <translation>层 {name!r} 有 {count:,} 个参数；最多可以打开 {most:,} 个</translation>
    </message>
    <message>
        <source>the layer {name!r} is not described as a {layer} should be</source>
        <translation>层 {name!r} 的描述与 {layer} 应有的不符</translation>
    </message>
    <message>
        <source>the layer {name!r} is used more than {most} times</source>
        <translation>层 {name!r} 的使用次数超过 {most}</translation>
    </message>
    <message>
        <source>the layer {name!r} is used several times, and only Keras computes it</source>
        <translation>层 {name!r} 多次使用，而且只有 Keras 能计算它</translation>
    </message>
    <message>
        <source>the layer {name!r} joins {first} and {last}</source>
        <translation>层 {name!r} 要拼接 {first} 和 {last}</translation>
    </message>
    <message>
        <source>the layer {name!r} leaves nothing of {shape}</source>
        <translation>经过层 {name!r}，{shape} 什么也不剩</translation>
    </message>
    <message>
        <source>the layer {name!r} handles {shape} values; at most {most:,} are opened</source>
        <translation>层 {name!r} 处理的值为 {shape}；最多可以打开 {most:,} 个值</translation>
    </message>
    <message>
        <source>the layer {name!r} makes {shape} of {given}, which is not supported</source>
        <translation>层 {name!r} 把 {given} 变成 {shape}，不支持这种变换</translation>
    </message>
    <message>
        <source>the layer {name!r} needs (rows, columns, channels) and gets {shape}</source>
        <translation>层 {name!r} 需要（行，列，通道），得到的却是 {shape}</translation>
    </message>
    <message>
        <source>the layer {name!r} needs {needed} arrays of weights and has {found}</source>
        <translation>层 {name!r} 需要 {needed} 个权重数组，而现有 {found} 个</translation>
    </message>
    <message>
        <source>the layer {name!r} puts {first} and {last} together</source>
        <translation>层 {name!r} 要合并 {first} 和 {last}</translation>
    </message>
    <message>
        <source>the layer {name!r} reads itself in a circle</source>
        <translation>层 {name!r} 循环读取自己</translation>
    </message>
    <message>
        <source>the layer {name!r}: {cause}</source>
        <translation>层 {name!r}：{cause}</translation>
    </message>
    <message>
        <source>the model {name!r} does not say which of its layers are its inputs</source>
        <translation>模型 {name!r} 没有说明哪些层是输入</translation>
    </message>
    <message>
        <source>the model {name!r} has {count} inputs and reads {reads}</source>
        <translation>模型 {name!r} 有 {count} 个输入，却读取 {reads} 个</translation>
    </message>
    <message>
        <source>the network answers with {shape}, not with one number a class</source>
        <translation>网络的答案形状是 {shape}，不是每个类别一个数</translation>
    </message>
    <message>
        <source>the network computes more than {most:,} values a picture</source>
        <translation>网络对每张图片计算的值超过 {most:,} 个</translation>
    </message>
    <message>
        <source>the network has more than {most:,} layers</source>
        <translation>网络超过 {most:,} 层</translation>
    </message>
    <message>
        <source>the network has more than {most:,} parameters</source>
        <translation>网络的参数超过 {most:,} 个</translation>
    </message>
    <message>
        <source>the network has no layers</source>
        <translation>网络没有层</translation>
    </message>
    <message>
        <source>the network has {count} inputs; one is needed</source>
        <translation>网络有 {count} 个输入；需要一个</translation>
    </message>
    <message>
        <source>the network has {count} outputs; one is needed</source>
        <translation>网络有 {count} 个输出；需要一个</translation>
    </message>
    <message>
        <source>the network reads {shape}, which is no grey or colour picture</source>
        <translation>网络读取 {shape}，这不是灰度或彩色图片</translation>
    </message>
    <message>
        <source>the weights {name!r} are a link to another place; refused</source>
        <translation>权重 {name!r} 是指向别处的链接；已拒绝</translation>
    </message>
    <message>
        <source>the weights {name!r} are {type} and no numbers</source>
        <translation>权重 {name!r} 是 {type}，不是数值</translation>
    </message>
    <message>
        <source>the weights {name!r} lie in another file; refused</source>
        <translation>权重 {name!r} 在另一个文件中；已拒绝</translation>
    </message>
    <message>
        <source>there are models in models to a depth of more than {most}</source>
        <translation>模型中嵌套模型，深度超过 {most}</translation>
    </message>
    <message>
        <source>two layers are called {name!r}</source>
        <translation>有两层都叫 {name!r}</translation>
    </message>
    <message>
        <source>weights of {wanted} are described, and {found} are in the file</source>
        <translation>描述的权重形状是 {wanted}，文件中的是 {found}</translation>
    </message>
    <message>
        <source>there is no such file or folder</source>
        <translation>没有这个文件或文件夹</translation>
    </message>
    <message>
        <source>there is no permission for it</source>
        <translation>没有所需的权限</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>the space that one may use on this disk is used up</source>
        <translation>在这个磁盘上可用的配额已用完</translation>
    </message>
    <message>
        <source>the file would be larger than files may be here</source>
        <translation>文件会超过这里允许的大小</translation>
    </message>
    <message>
        <source>this disk can only be read</source>
        <translation>这个磁盘是只读的</translation>
    </message>
    <message>
        <source>the disk is damaged or was taken out</source>
        <translation>磁盘已损坏或已被移除</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>名称太长</translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation>打开的文件太多</translation>
    </message>
    <message>
        <source>{package} is needed for this and cannot be loaded here; `convviz doctor` says what is installed</source>
        <translation>这需要 {package}，但在这里无法加载；`convviz doctor` 会显示已安装的内容</translation>
    </message>
    <message>
        <source>this is no array, or it is damaged</source>
        <translation>这个文件不是数组，或已损坏</translation>
    </message>
    <message>
        <source>this takes {work:,} steps of arithmetic; the limit is {most:,}</source>
        <translation>这需要 {work:,} 次运算；上限为 {most:,}</translation>
    </message>
    <message>
        <source>No camera is connected to this computer, or none that it lets ConvViz see.</source>
        <translation>这台电脑没有连接摄像头，或者没有允许 ConvViz 使用。</translation>
    </message>
    <message>
        <source>The camera {name} cannot be used; perhaps another program is using it.</source>
        <translation>无法使用摄像头 {name}；也许另一个程序正在使用它。</translation>
    </message>
    <message>
        <source>The system does not permit ConvViz to use the camera; its privacy settings can change that.</source>
        <translation>系统不允许 ConvViz 使用摄像头；可以在系统的隐私设置中更改。</translation>
    </message>
    <message>
        <source>The camera {name} is no longer connected.</source>
        <translation>摄像头 {name} 已断开连接。</translation>
    </message>
    <message>
        <source>{name} sends no pictures.</source>
        <translation>{name} 没有传来画面。</translation>
    </message>
    <message>
        <source>Camera and video need the library {library}, which this system lacks (Debian, Ubuntu: install libpulse0).</source>
        <translation>摄像头和视频需要函数库 {library}，而这个系统没有它（Debian、Ubuntu：安装 libpulse0）。</translation>
    </message>
    <message>
        <source>This copy of ConvViz comes without camera and video; the one that pip installs has them.</source>
        <translation>这个 ConvViz 不含摄像头和视频功能；用 pip 安装的版本有。</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} 是空的。</translation>
    </message>
    <message>
        <source>{name} is a folder, not a video.</source>
        <translation>{name} 是文件夹，不是视频。</translation>
    </message>
    <message>
        <source>{name} is no ordinary file.</source>
        <translation>{name} 不是普通文件。</translation>
    </message>
    <message>
        <source>{name} does not exist.</source>
        <translation>{name} 不存在。</translation>
    </message>
    <message>
        <source>{name} cannot be read ({reason}).</source>
        <translation>无法读取 {name}（{reason}）。</translation>
    </message>
    <message>
        <source>{name} is damaged, or a video of a kind that cannot be read here.</source>
        <translation>{name} 已损坏，或者是这里无法读取的视频格式。</translation>
    </message>
    <message>
        <source>{name} holds no pictures, only sound.</source>
        <translation>{name} 只有声音，没有画面。</translation>
    </message>
    <message>
        <source>{name} ends in {ending} but is a zip archive</source>
        <translation>{name} 的扩展名是 {ending}，实际是 zip 压缩文件</translation>
    </message>
    <message>
        <source>{name} ends in {ending} but is an HDF5 file</source>
        <translation>{name} 的扩展名是 {ending}，实际是 HDF5 文件</translation>
    </message>
    <message>
        <source>{name} ends in {ending} but is something else</source>
        <translation>{name} 的扩展名是 {ending}，实际是别的文件</translation>
    </message>
    <message>
        <source>{name} is not the file that was trained</source>
        <translation>{name} 不是当时训练得到的文件</translation>
    </message>
    <message>
        <source>{name}: this is an archive with {member!r}, which no network needs</source>
        <translation>{name}：压缩文件中有网络不需要的 {member!r}</translation>
    </message>
    <message>
        <source>{name}: this is an archive without {member}</source>
        <translation>{name}：压缩文件中没有 {member}</translation>
    </message>
    <message>
        <source>{name}: {member} unpacks to {size:,} bytes; the limit is {most:,}</source>
        <translation>{name}：{member} 解压后有 {size:,} 字节；上限是 {most:,}</translation>
    </message>
    <message>
        <source>{name}: {size:,} bytes; at most {most:,} are opened</source>
        <translation>{name}：{size:,} 字节；最多可以打开 {most:,} 字节</translation>
    </message>
    <message>
        <source>{value} is no size of a picture</source>
        <translation>{value} 不是图片的大小</translation>
    </message>
    <message>
        <source>{name}: the ending must be one of {endings}</source>
        <translation>{name}：扩展名必须是 {endings} 之一</translation>
    </message>
    <message>
        <source>{path} is no checksum</source>
        <translation>{path} 不是校验和</translation>
    </message>
    <message>
        <source>one channel or three can be read, and a frame, all counted from 0; not {channels} of {frame}</source>
        <translation>可以读取一个或三个通道以及一帧，都从 0 数起；不能是第 {frame} 帧的 {channels}</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>文件过早结束</translation>
    </message>
    <message>
        <source>its header cannot be understood</source>
        <translation>文件头无法理解</translation>
    </message>
    <message>
        <source>its data cannot be understood</source>
        <translation>数据无法理解</translation>
    </message>
    <message>
        <source>shape {shape}: read as {frames} pictures, one after the other</source>
        <translation>形状{shape}：读作依次排列的{frames}张图片</translation>
    </message>
    <message>
        <source>shape {shape}: the axes of length 1 in front are left out</source>
        <translation>形状 {shape}：略去前面长度为 1 的轴</translation>
    </message>
    <message>
        <source>shape {shape}: read as 3 channels of {height}x{width}, red, green and blue</source>
        <translation>形状 {shape}：读作 {height}x{width} 的 3 个通道，红、绿、蓝</translation>
    </message>
    <message>
        <source>it ends too early: {there} numbers instead of {wanted}</source>
        <translation>文件过早结束：只有{there}个数，应有{wanted}个</translation>
    </message>
    <message>
        <source>its largest value is {most}, not 1 to 65535</source>
        <translation>它的最大值是 {most}，不在 1 到 65535 之间</translation>
    </message>
    <message>
        <source>it has {count} numbers, more than can be read</source>
        <translation>它有{count}个数，多得无法读取</translation>
    </message>
    <message>
        <source>it has the value {value}, above its own largest, {most}</source>
        <translation>它含有值{value}，超过了它自己的最大值{most}</translation>
    </message>
    <message>
        <source>its bits are not written as 0 and 1</source>
        <translation>它的位没有写成 0 和 1</translation>
    </message>
    <message>
        <source>{there} bytes instead of {wanted}</source>
        <translation>只有{there}个字节，应有{wanted}个</translation>
    </message>
    <message>
        <source>version {version} of the format is not known</source>
        <translation>不认识该格式的版本{version}</translation>
    </message>
    <message>
        <source>its three grey pages are read as red, green and blue</source>
        <translation>它的三页灰度图读作红、绿、蓝</translation>
    </message>
    <message>
        <source>it has no page</source>
        <translation>它没有任何一页</translation>
    </message>
    <message>
        <source>its fourth channel, whose meaning the file does not tell, is left out</source>
        <translation>略去第四个通道，文件没有说明它的含义</translation>
    </message>
    <message>
        <source>its parts have no size</source>
        <translation>它的各部分没有大小</translation>
    </message>
    <message>
        <source>it has {there} parts instead of {wanted}</source>
        <translation>它有{there}个部分，应有{wanted}个</translation>
    </message>
    <message>
        <source>it ends too early: {there} bytes of {wanted}</source>
        <translation>文件过早结束：{wanted}个字节里只有{there}个</translation>
    </message>
    <message>
        <source>{rows} rows from {top} and {columns} columns from {left} are no part of a picture</source>
        <translation>从 {top} 起的 {rows} 行和从 {left} 起的 {columns} 列不是图片的一部分</translation>
    </message>
    <message>
        <source>row {row}, column {column} does not lie in a picture of {size}</source>
        <translation>第 {row} 行，第 {column} 列不在 {size} 的图片之内</translation>
    </message>
    <message>
        <source>{rows} rows of {columns} pixels are more than {most:,} pixels</source>
        <translation>{rows} 行 {columns} 列超过 {most:,} 个像素</translation>
    </message>
    <message>
        <source>the part of the picture is none: {cause}</source>
        <translation>图片的这一部分并不存在：{cause}</translation>
    </message>
    <message>
        <source>{size:,} characters are too many to be read cell by cell</source>
        <translation>{size:,}个字符太多，无法逐格读取</translation>
    </message>
    <message>
        <source>a bracket is opened and never closed</source>
        <translation>有一个括号没有闭合</translation>
    </message>
    <message>
        <source>some of the numbers were left out (…) when they were printed: print all of them</source>
        <translation>打印时省略了一部分数（…）：请把它们全部打印出来</translation>
    </message>
    <message>
        <source>the brackets are nested more than {most} deep</source>
        <translation>括号嵌套超过了{most}层</translation>
    </message>
    <message>
        <source>the weights are divided by zero, or all of them multiplied by it</source>
        <translation>权重被零除，或全部乘以了零</translation>
    </message>
    <message>
        <source>this is no table of numbers: a quotation mark is never closed</source>
        <translation>这不是数字表格：有一个引号没有闭合</translation>
    </message>
    <message>
        <source>the numbers stand in too many brackets: rows, columns and channels can be read</source>
        <translation>数字外的括号层数太多：可以读取行、列和通道</translation>
    </message>
    <message>
        <source>the embedded picture has more than {most:,} pixels</source>
        <translation>存入的图片超过 {most:,} 像素</translation>
    </message>
    <message>
        <source>{name} {number} is not a whole number</source>
        <translation>{name} {number} 不是整数</translation>
    </message>
    <message>
        <source>{name} {number} is not from {low:.10g} to {high:.10g}</source>
        <translation>{name} {number} 不在 {low:.10g} 到 {high:.10g} 之间</translation>
    </message>
    <message>
        <source>{name} {number} is too near to 0: at least {least:g} away from it would do</source>
        <translation>{name} {number} 离 0 太近：至少要相差 {least:g}</translation>
    </message>
    <message>
        <source>another program is using it</source>
        <translation>另一个程序正在使用它</translation>
    </message>
    <message>
        <source>its disk or device is not there any more</source>
        <translation>它所在的磁盘或设备已不存在</translation>
    </message>
    <message>
        <source>there is a file of this name already</source>
        <translation>已有同名文件</translation>
    </message>
    <message>
        <source>the folder is not empty</source>
        <translation>文件夹不是空的</translation>
    </message>
    <message>
        <source>it is a link that leads back to itself</source>
        <translation>它是指回自身的链接</translation>
    </message>
    <message>
        <source>the system knows no such name or place</source>
        <translation>系统不认识这个名称或位置</translation>
    </message>
    <message>
        <source>its disk does not answer</source>
        <translation>它所在的磁盘没有响应</translation>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>the system refuses it: {reason} (error {number})</source>
        <translation>系统拒绝：{reason}（错误 {number}）</translation>
    </message>
    <message>
        <source>this is no JSON, or it is damaged, at line {line}, character {place}</source>
        <translation>这不是 JSON，或已损坏：第 {line} 行第 {place} 个字符</translation>
    </message>
    <message>
        <source>this is no JSON that describes a kernel</source>
        <translation>这不是描述卷积核的 JSON</translation>
    </message>
    <message>
        <source>it holds {name}; no number may be so large</source>
        <translation>其中有 {name}；没有数可以这么大</translation>
    </message>
    <message>
        <source>What you choose here cannot be kept in {path}.</source>
        <translation>此处的选择无法保存到 {path}。</translation>
    </message>
    <message>
        <source>The settings in {path} are damaged; ConvViz uses what it can read of them.</source>
        <translation>{path} 中的设置已损坏；ConvViz 使用其中能读取的部分。</translation>
    </message>
    <message>
        <source>The settings in {path} are of a newer ConvViz; this one uses what it knows of them.</source>
        <translation>{path} 中的设置来自较新的 ConvViz；本版本使用其中认识的部分。</translation>
    </message>
    <message>
        <source>The settings in {path} cannot be read ({reason}); ConvViz starts with those of the first time, and keeps no new ones.</source>
        <translation>无法读取 {path} 中的设置（{reason}）；ConvViz 以初始设置启动，且不保存新的设置。</translation>
    </message>
</context>
<context>
    <name>RegionPicker</name>
    <message>
        <source>The part of the picture that is filmed</source>
        <translation>图片中要演示的区域</translation>
    </message>
    <message>
        <source>Drag a rectangle, or click a place; Esc closes</source>
        <translation>拖出一个矩形，或单击一处；按 Esc 关闭</translation>
    </message>
</context>
<context>
    <name>ResizeDialog</name>
    <message>
        <source>Resize</source>
        <translation>调整大小</translation>
    </message>
    <message>
        <source>Keep the proportions</source>
        <translation>保持宽高比</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列数</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Each new pixel is a copy of the one that lies below its middle.</source>
        <translation>每个新像素复制其中心所在的原像素。</translation>
    </message>
    <message>
        <source>Each new pixel is the mean of the area that it covers.</source>
        <translation>每个新像素是它覆盖区域的平均值。</translation>
    </message>
    <message>
        <source>A weighted mean: neighbours count less the farther away they are.</source>
        <translation>加权平均：相邻像素越远，权重越小。</translation>
    </message>
    <message>
        <source>Cubic weights, some below 0: sharper, and edges may overshoot.</source>
        <translation>三次函数权重，部分小于 0：更清晰，边缘可能过冲。</translation>
    </message>
    <message>
        <source>Sinc weights over six pixels: sharpest, and edges may ring.</source>
        <translation>跨六个像素的 sinc 权重：最清晰，边缘可能出现振铃。</translation>
    </message>
</context>
<context>
    <name>RowsView</name>
    <message>
        <source>What this number was computed from</source>
        <translation>这个数是怎么算出来的</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>The X</source>
        <translation>X 图案</translation>
    </message>
    <message>
        <source>Edge</source>
        <translation>边缘</translation>
    </message>
    <message>
        <source>Stripes</source>
        <translation>条纹</translation>
    </message>
    <message>
        <source>A five</source>
        <translation>数字 5</translation>
    </message>
    <message>
        <source>Mug</source>
        <translation>马克杯</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>游乐场</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>书页</translation>
    </message>
    <message>
        <source>Fruit</source>
        <translation>水果</translation>
    </message>
    <message>
        <source>Lake, large</source>
        <translation>大幅湖景</translation>
    </message>
    <message>
        <source>Colour patch</source>
        <translation>彩色小块</translation>
    </message>
</context>
<context>
    <name>SamplesPopup</name>
    <message>
        <source>Samples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>New picture…</source>
        <translation>新建图片…</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Stage settings</source>
        <translation>各阶段的设置</translation>
    </message>
</context>
<context>
    <name>ShiftPanel</name>
    <message>
        <source>{count} px</source>
        <translation>{count} 像素</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>向右</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>向下</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>恢复原样</translation>
    </message>
</context>
<context>
    <name>ShortcutsSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Editing pixels</source>
        <translation>编辑像素</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>逐步</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Arrow keys, Tab</source>
        <translation>方向键、Tab</translation>
    </message>
    <message>
        <source>move between weights</source>
        <translation>在权重之间移动</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>数字键</translation>
    </message>
    <message>
        <source>type a weight; Enter takes it, Esc keeps the old one</source>
        <translation>输入权重；Enter 确认，Esc 保留原值</translation>
    </message>
    <message>
        <source>Wheel, drag</source>
        <translation>滚轮、拖动</translation>
    </message>
    <message>
        <source>change a weight; with Ctrl by 0.1</source>
        <translation>改变权重；按住 Ctrl 每次 0.1</translation>
    </message>
    <message>
        <source>copy and paste the kernel as a table</source>
        <translation>以表格形式复制和粘贴卷积核</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>方向键</translation>
    </message>
    <message>
        <source>move the pointed cell</source>
        <translation>移动所指的单元格</translation>
    </message>
    <message>
        <source>Enter, click</source>
        <translation>Enter、单击</translation>
    </message>
    <message>
        <source>pin the cell</source>
        <translation>固定该单元格</translation>
    </message>
    <message>
        <source>keep this result, to compare others with it</source>
        <translation>保留这个结果，以便与其他结果比较</translation>
    </message>
    <message>
        <source>← and →, on the line</source>
        <translation>在线上按 ← 和 →</translation>
    </message>
    <message>
        <source>more of the kept result, or of the present one</source>
        <translation>多显示保留的结果，或当前的结果</translation>
    </message>
    <message>
        <source>+ and −, wheel</source>
        <translation>+ 和 −、滚轮</translation>
    </message>
    <message>
        <source>zoom all stages</source>
        <translation>缩放所有阶段</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <source>move all stages</source>
        <translation>移动所有阶段</translation>
    </message>
    <message>
        <source>freeze a live picture, and go on</source>
        <translation>定格实时画面，再按继续</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>show all cards again; end a live picture</source>
        <translation>重新显示所有卡片；结束实时画面</translation>
    </message>
    <message>
        <source>show all cards again</source>
        <translation>重新显示所有卡片</translation>
    </message>
    <message>
        <source>edit pixels, and stop it</source>
        <translation>开始或结束编辑像素</translation>
    </message>
    <message>
        <source>draw with the pencil</source>
        <translation>用铅笔绘制</translation>
    </message>
    <message>
        <source>Right button, Alt+click</source>
        <translation>右键、Alt+单击</translation>
    </message>
    <message>
        <source>pick a value</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>Arrow keys, Tab, Enter</source>
        <translation>方向键、Tab、Enter</translation>
    </message>
    <message>
        <source>go from cell to cell</source>
        <translation>在单元格之间移动</translation>
    </message>
    <message>
        <source>Digits, F2</source>
        <translation>数字键、F2</translation>
    </message>
    <message>
        <source>type a value; Enter takes it, Esc keeps the old one</source>
        <translation>输入数值；Enter 确认，Esc 保留原值</translation>
    </message>
    <message>
        <source>draw the framed cell</source>
        <translation>绘制选中的单元格</translation>
    </message>
    <message>
        <source>make it 0</source>
        <translation>设为 0</translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Ctrl+滚轮</translation>
    </message>
    <message>
        <source>stop editing pixels</source>
        <translation>结束编辑像素</translation>
    </message>
    <message>
        <source>play and pause</source>
        <translation>播放和暂停</translation>
    </message>
    <message>
        <source>one step back, one step on</source>
        <translation>后退一步、前进一步</translation>
    </message>
    <message>
        <source>to the beginning, to the end</source>
        <translation>到开头、到结尾</translation>
    </message>
    <message>
        <source>faster, slower</source>
        <translation>加快、减慢</translation>
    </message>
    <message>
        <source>play over and over</source>
        <translation>循环播放</translation>
    </message>
    <message>
        <source>pin the output on show; again: unpin</source>
        <translation>固定当前输出；再按取消固定</translation>
    </message>
    <message>
        <source>press the focused button</source>
        <translation>按下当前焦点所在的按钮</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>单击</translation>
    </message>
    <message>
        <source>go to an output cell</source>
        <translation>转到一个输出单元格</translation>
    </message>
    <message>
        <source>Double click, F2</source>
        <translation>双击、F2</translation>
    </message>
    <message>
        <source>change a pixel of a small picture</source>
        <translation>修改小图片的像素</translation>
    </message>
    <message>
        <source>Ctrl+wheel, Alt+drag</source>
        <translation>Ctrl+滚轮、Alt+拖动</translation>
    </message>
    <message>
        <source>change a pixel step by step</source>
        <translation>逐步改变像素</translation>
    </message>
    <message>
        <source>draw on the paper</source>
        <translation>在纸上书写</translation>
    </message>
    <message>
        <source>[ and ], wheel</source>
        <translation>[ 与 ]，滚轮</translation>
    </message>
    <message>
        <source>thinner, thicker</source>
        <translation>更细、更粗</translation>
    </message>
    <message>
        <source>an empty paper</source>
        <translation>清空纸面</translation>
    </message>
    <message>
        <source>move between maps</source>
        <translation>在特征图之间移动</translation>
    </message>
    <message>
        <source>go into a map, from value to value</source>
        <translation>进入特征图，逐值移动</translation>
    </message>
    <message>
        <source>Double click, Shift+Enter</source>
        <translation>双击，Shift+Enter</translation>
    </message>
    <message>
        <source>show a map large</source>
        <translation>放大显示特征图</translation>
    </message>
    <message>
        <source>back to the number before</source>
        <translation>回到上一个数</translation>
    </message>
    <message>
        <source>out of the map</source>
        <translation>离开特征图</translation>
    </message>
    <message>
        <source>Drag, on a histogram</source>
        <translation>拖动直方图</translation>
    </message>
    <message>
        <source>choose the darkest and the brightest value</source>
        <translation>选择最暗和最亮的值</translation>
    </message>
    <message>
        <source>Presenter mode</source>
        <translation>演示模式</translation>
    </message>
    <message>
        <source>next cell, step or layer; the one before</source>
        <translation>下一格、下一步或下一层；上一个</translation>
    </message>
    <message>
        <source>a black screen, and back</source>
        <translation>黑屏，再按恢复</translation>
    </message>
    <message>
        <source>as it was before</source>
        <translation>恢复原来的样子</translation>
    </message>
    <message>
        <source>the page before and the next one of a file</source>
        <translation>文件的上一页和下一页</translation>
    </message>
</context>
<context>
    <name>SizeForm</name>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列数</translation>
    </message>
    <message>
        <source>Divisor</source>
        <translation>除数</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>The sum of the products is divided by this number</source>
        <translation>乘积之和再除以这个数</translation>
    </message>
    <message>
        <source>This number is added to every result</source>
        <translation>每个结果都加上这个数</translation>
    </message>
</context>
<context>
    <name>SizeWords</name>
    <message>
        <source>{rule} adds nothing</source>
        <translation>{rule}不增加像素</translation>
    </message>
    <message>
        <source>{rule} adds 1 pixel on every side</source>
        <translation>{rule}在每边增加 1 个像素</translation>
    </message>
    <message>
        <source>{rule} adds {n} pixels on every side</source>
        <translation>{rule}在每边增加 {n} 个像素</translation>
    </message>
    <message>
        <source>“same”</source>
        <translation>“same”</translation>
    </message>
    <message>
        <source>“full”</source>
        <translation>“full”</translation>
    </message>
    <message>
        <source>padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>the stride drops {what}</source>
        <translation>因步幅舍去 {what}</translation>
    </message>
    <message>
        <source>pooling drops {what}</source>
        <translation>池化舍去 {what}</translation>
    </message>
    <message>
        <source>a last window that would see only padding is left out</source>
        <translation>最后一个窗口只会看到填充，不计入</translation>
    </message>
    <message>
        <source>pooling keeps the incomplete windows at the end</source>
        <translation>池化保留末尾不完整的窗口</translation>
    </message>
    <message>
        <source> and </source>
        <translation>和 </translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>{n} rows</source>
        <translation>{n} 行</translation>
    </message>
    <message>
        <source>1 column</source>
        <translation>1 列</translation>
    </message>
    <message>
        <source>{n} columns</source>
        <translation>{n} 列</translation>
    </message>
    <message>
        <source>nothing is dropped</source>
        <translation>没有舍去任何像素</translation>
    </message>
    <message>
        <source>“same”: o = ⌈i / s⌉; rows {rows}, columns {columns}</source>
        <translation>“same”：o = ⌈i / s⌉；行 {rows}，列 {columns}</translation>
    </message>
    <message>
        <source>dilation spreads the kernel over rows: k_eff = {sum}</source>
        <translation>空洞率撑开卷积核，纵向覆盖的行数：k_eff = {sum}</translation>
    </message>
    <message>
        <source>dilation spreads the kernel over columns: k_eff = {sum}</source>
        <translation>空洞率撑开卷积核，横向覆盖的列数：k_eff = {sum}</translation>
    </message>
    <message>
        <source>the stride jumps over {what} between two windows</source>
        <translation>步幅在两个窗口之间跳过 {what}</translation>
    </message>
    <message>
        <source>{rule} adds {amounts} (top|bottom × left|right)</source>
        <translation>{rule}增加 {amounts}（上|下 × 左|右）</translation>
    </message>
    <message>
        <source>{rule} adds {amounts}</source>
        <translation>{rule}增加 {amounts}</translation>
    </message>
    <message>
        <source>pooling: padding {amounts} (top|bottom × left|right)</source>
        <translation>池化：填充 {amounts}（上|下 × 左|右）</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>Row {row}, column {column}: {value}</source>
        <translation>第 {row} 行，第 {column} 列：{value}</translation>
    </message>
</context>
<context>
    <name>StageCard</name>
    <message>
        <source>Switched off. Click to choose a function.</source>
        <translation>未启用。单击选择函数。</translation>
    </message>
    <message>
        <source>{stage}, picture of the values</source>
        <translation>{stage}，值的图像</translation>
    </message>
    <message>
        <source>{stage}, colour bar and histogram</source>
        <translation>{stage}，颜色条和直方图</translation>
    </message>
    <message>
        <source>Keep this result, to compare others with it (K)</source>
        <translation>保留这个结果，以便与其他结果比较（K）</translation>
    </message>
    <message>
        <source>Show this stage alone (Esc returns)</source>
        <translation>只显示这个阶段（按 Esc 返回）</translation>
    </message>
    <message>
        <source>More about this stage</source>
        <translation>这个阶段的更多选项</translation>
    </message>
    <message>
        <source>Colour range</source>
        <translation>颜色范围</translation>
    </message>
    <message>
        <source>Keep this result</source>
        <translation>保留这个结果</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Fit to the card</source>
        <translation>适应卡片大小</translation>
    </message>
    <message>
        <source>One screen pixel per value</source>
        <translation>每个值占一个屏幕像素</translation>
    </message>
    <message>
        <source>Zoomed out: exact values</source>
        <translation>缩小时：精确值</translation>
    </message>
    <message>
        <source>Zoomed out: averages</source>
        <translation>缩小时：平均值</translation>
    </message>
    <message>
        <source>Values from 0 to 1</source>
        <translation>值从 0 到 1</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Symmetric, every value inside</source>
        <translation>对称，包含所有的值</translation>
    </message>
    <message>
        <source>Fixed…</source>
        <translation>指定…</translation>
    </message>
    <message>
        <source>Smallest to largest value</source>
        <translation>最小值到最大值</translation>
    </message>
    <message>
        <source>1 % to 99 % of the values</source>
        <translation>值的 1 % 至 99 %</translation>
    </message>
    <message>
        <source>Every possible value</source>
        <translation>所有可能的值</translation>
    </message>
    <message>
        <source>Export for slides and print…</source>
        <translation>导出用于幻灯片和打印…</translation>
    </message>
    <message>
        <source>Copy picture, on white, in size</source>
        <translation>按倍数复制图片（白色背景）</translation>
    </message>
    <message>
        <source>{stage}: {help}</source>
        <comment>what a button does, for screen readers</comment>
        <translation>{stage}：{help}</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Or start from a sample</source>
        <translation>或者从示例开始</translation>
    </message>
    <message>
        <source>New picture…</source>
        <translation>新建图片…</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>最近的文件</translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation>清空列表</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Operation</source>
        <translation>运算</translation>
    </message>
    <message>
        <source>step {step} of {steps}</source>
        <translation>第 {step} 步，共 {steps} 步</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>correlation</source>
        <translation>互相关</translation>
    </message>
    <message>
        <source>stride {stride}</source>
        <translation>步幅 {stride}</translation>
    </message>
    <message>
        <source>dilation {dilation}</source>
        <translation>空洞率 {dilation}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Pooled ({row}, {column})</source>
        <translation>池化 ({row}, {column})</translation>
    </message>
    <message>
        <source>rows {top} to {bottom}, columns {left} to {right}</source>
        <translation>第 {top} 至 {bottom} 行，第 {left} 至 {right} 列</translation>
    </message>
    <message>
        <source>Output ({row}, {column})</source>
        <translation>输出 ({row}, {column})</translation>
    </message>
    <message>
        <source>input rows {top} to {bottom}, columns {left} to {right}</source>
        <translation>输入第 {top} 至 {bottom} 行，第 {left} 至 {right} 列</translation>
    </message>
    <message>
        <source>A perfect match: no sum can be larger.</source>
        <translation>完全吻合：不会有更大的和。</translation>
    </message>
    <message>
        <source>Part of the window lies in the padding.</source>
        <translation>窗口的一部分在填充里。</translation>
    </message>
    <message>
        <source>Every product is 0.</source>
        <translation>每个乘积都是 0。</translation>
    </message>
    <message>
        <source>A flat area: what is added is taken away again.</source>
        <translation>平坦区域：加上的又被减掉了。</translation>
    </message>
    <message>
        <source>With this padding the output is W · input plus a constant, which no W can bring in.</source>
        <translation>采用这种填充时，输出是 W · 输入再加一个常数，而单靠 W 得不到这个常数。</translation>
    </message>
    <message>
        <source>W is drawn for pictures of up to 4,096 values: a larger one could not be read.</source>
        <translation>图像不超过 4,096 个值时才画出 W：再大就看不清了。</translation>
    </message>
    <message>
        <source>rows {top} to {bottom}, columns {left} to {right} of {shape}</source>
        <translation>{shape} 中的第 {top} 至 {bottom} 行，第 {left} 至 {right} 列</translation>
    </message>
    <message>
        <source>({top}, {left}) to ({bottom}, {right})</source>
        <translation>({top}, {left}) 至 ({bottom}, {right})</translation>
    </message>
    <message>
        <source>How large will the output be, rows × columns?</source>
        <translation>输出会有多大，行 × 列？</translation>
    </message>
    <message>
        <source>W has a row for every output: it would give the answer away.</source>
        <translation>W 的每一行对应一个输出：它会泄露答案。</translation>
    </message>
    <message>
        <source>What will pooled ({row}, {column}) be?</source>
        <translation>池化 ({row}, {column}) 会是多少？</translation>
    </message>
    <message>
        <source>What will output ({row}, {column}) be?</source>
        <translation>输出 ({row}, {column}) 会是多少？</translation>
    </message>
    <message>
        <source>output ({row}, {column})</source>
        <translation>输出 ({row}, {column})</translation>
    </message>
    <message>
        <source>Both sums are {value}.</source>
        <translation>两个和都是 {value}。</translation>
    </message>
    <message>
        <source>The sums differ by {difference}.</source>
        <translation>两个和相差 {difference}。</translation>
    </message>
    <message>
        <source>The sums differ by {difference}; they run from {low} to {high}.</source>
        <translation>两个和相差 {difference}；和的范围是 {low} 至 {high}。</translation>
    </message>
    <message>
        <source>The sums differ by {difference}, not {difference}-fold: they run from {low} to {high}.</source>
        <translation>两个和相差 {difference}，而不是相差 {difference} 倍：和的范围是 {low} 至 {high}。</translation>
    </message>
    <message>
        <source>row {n}</source>
        <translation>第 {n} 行</translation>
    </message>
    <message>
        <source>pooling</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>就位</translation>
    </message>
    <message>
        <source>Land</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>Multiply</source>
        <translation>相乘</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>相加</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选取</translation>
    </message>
    <message>
        <source>Gather</source>
        <translation>收集</translation>
    </message>
    <message>
        <source>{sign} bias {bias} = {value}</source>
        <translation>{sign} 偏置 {bias} = {value}</translation>
    </message>
    <message>
        <source>{total} / {n} taps = {mean}</source>
        <translation>{total} / {n} 个值 = {mean}</translation>
    </message>
</context>
<context>
    <name>StepExamples</name>
    <message>
        <source>The X, diagonal kernel</source>
        <translation>X 图案，对角线卷积核</translation>
    </message>
    <message>
        <source>The X, anti-diagonal kernel</source>
        <translation>X 图案，反对角线卷积核</translation>
    </message>
    <message>
        <source>The X, small X kernel</source>
        <translation>X 图案，小 X 卷积核</translation>
    </message>
    <message>
        <source>The X with padding 1</source>
        <translation>X 图案，填充 1</translation>
    </message>
    <message>
        <source>The X with stride 2</source>
        <translation>X 图案，步幅 2</translation>
    </message>
    <message>
        <source>The X with dilation 2</source>
        <translation>X 图案，空洞率 2</translation>
    </message>
    <message>
        <source>ReLU, max pooling, rounded down</source>
        <translation>ReLU、最大池化，向下取整</translation>
    </message>
    <message>
        <source>ReLU, max pooling, rounded up</source>
        <translation>ReLU、最大池化，向上取整</translation>
    </message>
    <message>
        <source>An edge, as correlation</source>
        <translation>边缘，互相关</translation>
    </message>
    <message>
        <source>An edge, as convolution</source>
        <translation>边缘，卷积</translation>
    </message>
    <message>
        <source>Stripes, edge kernel</source>
        <translation>条纹，边缘卷积核</translation>
    </message>
    <message>
        <source>The outline of a mug</source>
        <translation>马克杯的轮廓</translation>
    </message>
    <message>
        <source>A colour patch</source>
        <translation>一小块彩色图</translation>
    </message>
    <message>
        <source>A 3×3 diagonal slides over a 9×9 X of −1 and 1. Where the window looks exactly like the kernel, all nine products are 1 and the sum is 9.</source>
        <translation>3×3 的对角线在由 −1 和 1 组成的 9×9 X 图案上滑动。窗口与卷积核完全一样时，九个乘积都是 1，总和为 9。</translation>
    </message>
    <message>
        <source>Where the window looks like the kernel, the sum is 9.</source>
        <translation>窗口与卷积核一样时，总和为 9。</translation>
    </message>
    <message>
        <source>The other diagonal: now the arms from top right to bottom left score 9, at (1, 5) for one, and the main diagonal scores low.</source>
        <translation>换成另一条对角线：现在从右上到左下的笔画得 9，例如在 (1, 5)，而主对角线得分很低。</translation>
    </message>
    <message>
        <source>Now the other arms of the X score 9.</source>
        <translation>现在 X 的另外两臂得 9。</translation>
    </message>
    <message>
        <source>A small X as the kernel: only the crossing in the middle is a perfect match, 9 at (3, 3).</source>
        <translation>用小 X 作卷积核：只有中间的交叉处完全吻合，在 (3, 3) 得 9。</translation>
    </message>
    <message>
        <source>Only the crossing in the middle matches: 9 at (3, 3).</source>
        <translation>只有中间的交叉处吻合：(3, 3) 得 9。</translation>
    </message>
    <message>
        <source>A ring of zeros lets the window start outside, so the output is 9×9 like the input. A 0 adds nothing to a sum, which is why the rim is pale.</source>
        <translation>外面加一圈零，窗口可以从图外开始，所以输出和输入一样是 9×9。加上 0 并不改变总和，因此边缘颜色较浅。</translation>
    </message>
    <message>
        <source>With a ring of zeros the output stays 9×9.</source>
        <translation>加一圈零，输出仍是 9×9。</translation>
    </message>
    <message>
        <source>The window moves two pixels at a time: 7×7 becomes 4×4. No sum is new, every other one is left out.</source>
        <translation>窗口每次移动两个像素：7×7 变成 4×4。没有新的结果，只是隔一个取一个。</translation>
    </message>
    <message>
        <source>Two pixels at a time: 7×7 becomes 4×4.</source>
        <translation>每次两个像素：7×7 变成 4×4。</translation>
    </message>
    <message>
        <source>The nine taps stand two pixels apart and reach over 5×5 pixels, still with nine products. The output shrinks to 5×5.</source>
        <translation>九个权重相隔两个像素，覆盖 5×5 像素，乘积仍是九个。输出缩小为 5×5。</translation>
    </message>
    <message>
        <source>Nine taps, two pixels apart, reach over 5×5.</source>
        <translation>九个权重相隔两个像素，覆盖 5×5。</translation>
    </message>
    <message>
        <source>ReLU makes negative sums 0. Then the largest of every 2×2 cells is kept: 7 / 2 is rounded down to 3, so the last row and column are dropped.</source>
        <translation>ReLU 把负的总和变成 0，然后每 2×2 个单元格保留最大的一个：7 / 2 向下取整为 3，所以最后一行和最后一列被舍去。</translation>
    </message>
    <message>
        <source>7 / 2 rounded down: 3×3, the last row is dropped.</source>
        <translation>7 / 2 向下取整：3×3，最后一行被舍去。</translation>
    </message>
    <message>
        <source>The same with 7 / 2 rounded up to 4: the last windows reach over the rim and take what is there. Frameworks differ here, so always say which rule is meant.</source>
        <translation>同样的计算，但 7 / 2 向上取整为 4：最后的窗口超出边界，只取边界以内的值。各框架的做法不同，所以务必说明用的是哪条规则。</translation>
    </message>
    <message>
        <source>7 / 2 rounded up: 4×4, nothing is dropped.</source>
        <translation>7 / 2 向上取整：4×4，什么也不舍去。</translation>
    </message>
    <message>
        <source>Left half 10, right half 0. The kernel subtracts what is right from what is left: 30 at the edge, 0 where nothing changes. CNN layers compute it this way.</source>
        <translation>左半是 10，右半是 0。卷积核用左边减去右边：边缘处是 30，没有变化的地方是 0。CNN 的层就是这样计算的。</translation>
    </message>
    <message>
        <source>Left minus right: 0 30 30 0.</source>
        <translation>左减右：0 30 30 0。</translation>
    </message>
    <message>
        <source>The same picture and kernel, but true convolution turns the kernel by 180° first: 30 becomes −30.</source>
        <translation>图像和卷积核相同，但真正的卷积先把卷积核旋转 180°：30 变成 −30。</translation>
    </message>
    <message>
        <source>The kernel is turned first: 0 −30 −30 0.</source>
        <translation>先旋转卷积核：0 −30 −30 0。</translation>
    </message>
    <message>
        <source>A dark stripe on bright ground: its left edge gives 30, its right edge −30. The sign tells which side is brighter.</source>
        <translation>亮底上的一条暗纹：左边缘得 30，右边缘得 −30。正负号说明哪一侧更亮。</translation>
    </message>
    <message>
        <source>From bright to dark 30, from dark to bright −30.</source>
        <translation>由亮到暗是 30，由暗到亮是 −30。</translation>
    </message>
    <message>
        <source>The same kernel on a part of a photo, the left rim of the mug: large values only along the outline, flat areas nearly cancel out.</source>
        <translation>同一个卷积核用在照片的一部分，即马克杯的左边缘：只有沿着轮廓的值很大，平坦区域几乎相互抵消。</translation>
    </message>
    <message>
        <source>On a photo, only outlines remain.</source>
        <translation>在照片上，只留下轮廓。</translation>
    </message>
    <message>
        <source>Three windows, one for each colour, and one sum: at the edge red gives 480, green 0 and blue −360, together 120. So a colour picture still makes one map.</source>
        <translation>三个窗口，每种颜色一个，合成一个总和：在边缘处，红得 480，绿得 0，蓝得 −360，合计 120。所以彩色图像仍然只产生一张特征图。</translation>
    </message>
    <message>
        <source>Red 480, green 0, blue −360: one sum, 120.</source>
        <translation>红 480，绿 0，蓝 −360：合成一个总和 120。</translation>
    </message>
    <message>
        <source>What the Lab shows, cell by cell: choose another kernel or other settings there.</source>
        <translation>逐格演示实验室中的内容：可在那里选择其他卷积核或设置。</translation>
    </message>
    <message>
        <source>What the Lab shows, cell by cell.</source>
        <translation>逐格演示实验室中的内容。</translation>
    </message>
</context>
<context>
    <name>StepLessons</name>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
</context>
<context>
    <name>StepPage</name>
    <message>
        <source>The picture of this example cannot be read.</source>
        <translation>无法读取这个示例的图片。</translation>
    </message>
    <message>
        <source>Cells of the convolution can be pinned, pooled ones cannot.</source>
        <translation>可以固定卷积的单元格，不能固定池化的单元格。</translation>
    </message>
    <message>
        <source>Go to ({row}, {column})</source>
        <translation>转到 ({row}, {column})</translation>
    </message>
    <message>
        <source>Pin as A</source>
        <translation>固定为 A</translation>
    </message>
    <message>
        <source>Pin as B</source>
        <translation>固定为 B</translation>
    </message>
    <message>
        <source>Space: play  ·  ← →: step  ·  F1: all shortcuts</source>
        <translation>空格键：播放  ·  ← →：单步  ·  F1：所有快捷键</translation>
    </message>
    <message>
        <source>The output has no cell ({row}, {column}) any more. The film starts over.</source>
        <translation>输出中已没有单元格 ({row}, {column})。动画从头开始。</translation>
    </message>
    <message>
        <source>No window is centred in this part of the picture. Choose another one.</source>
        <translation>图片的这个区域中没有窗口的中心。请选择另一个区域。</translation>
    </message>
</context>
<context>
    <name>StepPixels</name>
    <message>
        <source>Pixel</source>
        <translation>像素</translation>
    </message>
</context>
<context>
    <name>StepsView</name>
    <message>
        <source>Steps of the preparation</source>
        <translation>预处理的步骤</translation>
    </message>
</context>
<context>
    <name>SumCard</name>
    <message>
        <source>output {cell}</source>
        <translation>输出 {cell}</translation>
    </message>
    <message>
        <source>The sum, written out</source>
        <translation>完整的算式</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the whole sum as one line of text</source>
        <translation>把整个算式复制为一行文本</translation>
    </message>
</context>
<context>
    <name>SumLine</name>
    <message>
        <source>bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>shown value</source>
        <translation>显示的值</translation>
    </message>
</context>
<context>
    <name>SumView</name>
    <message>
        <source>The terms of the sum and its running total</source>
        <translation>各项与累加和</translation>
    </message>
    <message>
        <source>place in the map, and the largest so far</source>
        <translation>特征图中的位置，以及目前的最大值</translation>
    </message>
    <message>
        <source>place in the window, and the sum so far</source>
        <translation>窗口中的位置，以及目前的累加和</translation>
    </message>
</context>
<context>
    <name>SwitchTitle</name>
    <message>
        <source>Why this number?</source>
        <translation>为什么是这个数？</translation>
    </message>
    <message>
        <source>Output size</source>
        <translation>输出尺寸</translation>
    </message>
    <message>
        <source>What is explained</source>
        <translation>解释什么</translation>
    </message>
</context>
<context>
    <name>Symbols</name>
    <message>
        <source>⌊ ⌋ rounds down: cells that do not fill a window are dropped.</source>
        <translation>⌊ ⌋ 表示向下取整：不足一个窗口的单元格被舍去。</translation>
    </message>
    <message>
        <source>k is the size of the pooling window: {number}.</source>
        <translation>k 是池化窗口的大小：{number}。</translation>
    </message>
    <message>
        <source>⌈ ⌉ rounds up: a window that is not full counts too.</source>
        <translation>⌈ ⌉ 表示向上取整：不完整的窗口也计入。</translation>
    </message>
    <message>
        <source>i is the size of what is read, without padding: {number}.</source>
        <translation>i 是输入的大小，不含填充：{number}。</translation>
    </message>
    <message>
        <source>p₁ is the padding before it, above or on the left: {number}.</source>
        <translation>p₁ 是前面的填充，即上方或左边：{number}。</translation>
    </message>
    <message>
        <source>p₂ is the padding after it, below or on the right: {number}.</source>
        <translation>p₂ 是后面的填充，即下方或右边：{number}。</translation>
    </message>
    <message>
        <source>k is the size of the kernel: {number}.</source>
        <translation>k 是卷积核的大小：{number}。</translation>
    </message>
    <message>
        <source>k_eff is how far the kernel reaches with its dilation: {number}.</source>
        <translation>k_eff 是卷积核按空洞率撑开后覆盖的长度：{number}。</translation>
    </message>
    <message>
        <source>s is the stride, how far the window moves each time: {number}.</source>
        <translation>s 是步幅，即窗口每次移动多远：{number}。</translation>
    </message>
    <message>
        <source>1 is the window at the beginning, before the first move.</source>
        <translation>1 是起始位置的窗口，还没有移动。</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>{label}: {value}</source>
        <translation>{label}：{value}</translation>
    </message>
    <message>
        <source>{millions} megapixels</source>
        <translation>{ten_thousands} 万像素</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>时间轴</translation>
    </message>
    <message>
        <source>Drag to any output cell; arrow keys step, Home and End go to the ends</source>
        <translation>拖到任一输出单元格；方向键单步，Home 和 End 到两端</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
</context>
<context>
    <name>TrainingDialog</name>
    <message>
        <source>Train again</source>
        <translation>重新训练</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Train a network</source>
        <translation>训练网络</translation>
    </message>
    <message>
        <source>How much of the training is done</source>
        <translation>训练完成了多少</translation>
    </message>
    <message>
        <source>Loss and accuracy are drawn here when the first epoch is over.</source>
        <translation>第一轮结束后，这里会画出损失和准确率。</translation>
    </message>
    <message>
        <source>You may close this window; the training goes on.</source>
        <translation>可以关闭这个窗口；训练会继续。</translation>
    </message>
    <message>
        <source>Stop and keep the best epoch</source>
        <translation>停止并保留最佳的一轮</translation>
    </message>
    <message>
        <source>Possible as soon as the first epoch is over</source>
        <translation>第一轮结束后才可用</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>End the training; nothing of it is kept</source>
        <translation>结束训练；不保留任何结果</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Open it on the page</source>
        <translation>在页面中打开</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>TrainingForm</name>
    <message>
        <source>MNIST’s digits are needed: choose mnist.npz, or download it under “What it misreads”.</source>
        <translation>需要 MNIST 的数字：选择 mnist.npz，或在“哪些识别错了”中下载。</translation>
    </message>
    <message>
        <source>MNIST’s file (mnist.npz) is needed.</source>
        <translation>需要 MNIST 文件（mnist.npz）。</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>训练方案</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Tutorial</source>
        <translation>教程</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>How often the network sees all training digits</source>
        <translation>网络把全部训练数字看几遍</translation>
    </message>
    <message>
        <source>The start of the random numbers: another one gives another network</source>
        <translation>随机数的起点：换一个，得到的网络也不同</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>mnist.npz, as Keras has it; the digits are not part of ConvViz</source>
        <translation>Keras 所用的 mnist.npz；ConvViz 不包含这些数字</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>To the beginning (Home)</source>
        <translation>到开头（Home）</translation>
    </message>
    <message>
        <source>One step back (Left arrow)</source>
        <translation>后退一步（左方向键）</translation>
    </message>
    <message>
        <source>One step on (Right arrow)</source>
        <translation>前进一步（右方向键）</translation>
    </message>
    <message>
        <source>To the end (End)</source>
        <translation>到结尾（End）</translation>
    </message>
    <message>
        <source>Play over and over (L)</source>
        <translation>循环播放（L）</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>细节</translation>
    </message>
    <message>
        <source>Slower and faster: − and +</source>
        <translation>减慢和加快：− 和 +</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>单元格</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>求和</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>乘积</translation>
    </message>
    <message>
        <source>One step a cell</source>
        <translation>每个单元格一步</translation>
    </message>
    <message>
        <source>Place, multiply, add, finish, land</source>
        <translation>就位、相乘、相加、收尾、写入</translation>
    </message>
    <message>
        <source>One product after the other</source>
        <translation>乘积逐个出现</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>暂停（空格键）</translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation>播放（空格键）</translation>
    </message>
</context>
<context>
    <name>TurnedKernel</name>
    <message>
        <source>turned, as multiplied</source>
        <translation>旋转后，相乘用</translation>
    </message>
    <message>
        <source>The kernel turned by 180°, as it is multiplied</source>
        <translation>旋转 180° 后的核，相乘时用的就是它</translation>
    </message>
</context>
<context>
    <name>Waterfall</name>
    <message>
        <source>{number}. partial sum: {partial}
so far: {sum}</source>
        <translation>第 {number} 个部分和：{partial}
累计：{sum}</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>ConvViz shows every number inside a convolution: on your own photo, step by step, and in networks that read handwritten digits.</source>
        <translation>ConvViz 展示卷积里的每一个数：在你自己的照片上、一步一步地，以及在识别手写数字的网络里。</translation>
    </message>
    <message>
        <source>New here? Start with the X (2 minutes)</source>
        <translation>第一次使用？从 X 开始（2 分钟）</translation>
    </message>
</context>
<context>
    <name>WhyHeader</name>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Keep this place while the pointer moves on</source>
        <translation>指针移开后仍停留在这里</translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message>
        <source>Why this number?</source>
        <translation>为什么是这个数？</translation>
    </message>
    <message>
        <source>Point at a value in any picture to see how it was made.</source>
        <translation>把指针移到任一图片中的值上，看它是怎样算出来的。</translation>
    </message>
    <message>
        <source>({row}, {column}) = {value}</source>
        <translation>({row}, {column}) = {value}</translation>
    </message>
    <message>
        <source>{stage} {short}</source>
        <translation>{stage} {short}</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>Channel {n}</source>
        <translation>通道 {n}</translation>
    </message>
    <message>
        <source>Running sum</source>
        <translation>累加和</translation>
    </message>
    <message>
        <source>Running sum, red</source>
        <translation>累加和，红</translation>
    </message>
    <message>
        <source>Running sum, green</source>
        <translation>累加和，绿</translation>
    </message>
    <message>
        <source>Running sum, blue</source>
        <translation>累加和，蓝</translation>
    </message>
    <message>
        <source>Running sum, channel {n}</source>
        <translation>累加和，通道 {n}</translation>
    </message>
    <message>
        <source>Sum of {n} products</source>
        <translation>{n} 个乘积之和</translation>
    </message>
    <message>
        <source>{n} products</source>
        <translation>{n} 个乘积</translation>
    </message>
    <message>
        <source>÷ {divisor}, + bias {bias}</source>
        <translation>÷ {divisor}，+ 偏置 {bias}</translation>
    </message>
    <message>
        <source>Sum of channels, + bias {bias}</source>
        <translation>通道之和，+ 偏置 {bias}</translation>
    </message>
    <message>
        <source>Sum of channels, ÷ {divisor}, + bias {bias}</source>
        <translation>通道之和，÷ {divisor}，+ 偏置 {bias}</translation>
    </message>
    <message>
        <source>No activation</source>
        <translation>无激活函数</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>Absolute value</source>
        <translation>绝对值</translation>
    </message>
    <message>
        <source>Max of {values}</source>
        <translation>{values} 的最大值</translation>
    </message>
    <message>
        <source>Mean of {values}</source>
        <translation>{values} 的平均值</translation>
    </message>
    <message>
        <source>Max of {n} values</source>
        <translation>{n} 个值的最大值</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Mean of {n} values</source>
        <translation>{n} 个值的平均值</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>row {row}, column {column}</source>
        <translation>第 {row} 行，第 {column} 列</translation>
    </message>
    <message>
        <source>padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Rounded to be shown; the sum is made of the full values.</source>
        <translation>显示的是四舍五入后的值；求和用的是完整的值。</translation>
    </message>
    <message>
        <source>0 (rounding: {left})</source>
        <translation>0（舍入误差：{left}）</translation>
    </message>
    <message>
        <source>{n} values compared</source>
        <translation>比较 {n} 个值</translation>
    </message>
    <message>
        <source>Largest, at ({row}, {column})</source>
        <translation>最大的在 ({row}, {column})</translation>
    </message>
    <message>
        <source>Sum of {n} values</source>
        <translation>{n} 个值之和</translation>
    </message>
    <message>
        <source>window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>products</source>
        <translation>乘积</translation>
    </message>
    <message>
        <source>convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>max</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>and from there</source>
        <translation>由此接着得到</translation>
    </message>
</context>
<context>
    <name>WindowFiles</name>
    <message>
        <source>Pictures and experiments ({patterns})</source>
        <translation>图片和实验 ({patterns})</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>图片 ({patterns})</translation>
    </message>
    <message>
        <source>Videos ({patterns})</source>
        <translation>视频 ({patterns})</translation>
    </message>
    <message>
        <source>Experiments ({patterns})</source>
        <translation>实验 ({patterns})</translation>
    </message>
    <message>
        <source>Networks ({patterns})</source>
        <translation>网络 ({patterns})</translation>
    </message>
    <message>
        <source>All files ({patterns})</source>
        <translation>所有文件 ({patterns})</translation>
    </message>
    <message>
        <source>Open a picture or an experiment</source>
        <translation>打开图片或实验</translation>
    </message>
    <message>
        <source>Kernels ({patterns})</source>
        <translation>卷积核 ({patterns})</translation>
    </message>
    <message>
        <source>Open a kernel</source>
        <translation>打开卷积核</translation>
    </message>
    <message>
        <source>The clipboard holds no picture and no file.</source>
        <translation>剪贴板中没有图片，也没有文件。</translation>
    </message>
    <message>
        <source>Save experiment</source>
        <translation>保存实验</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
    <message>
        <source>Opened without {names}.</source>
        <translation>已打开，但不含 {names}。</translation>
    </message>
    <message>
        <source>Opening {name}: {percent} % is read</source>
        <translation>正在打开 {name}：已读取 {percent} %</translation>
    </message>
    <message>
        <source>Open picture</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <source>The picture&apos;s file has changed since this experiment was saved.</source>
        <translation>保存这个实验之后，图片文件已被更改。</translation>
    </message>
    <message>
        <source>{names} is not there any more or no picture now: something of its size stands for it. Everything else is as you left it.</source>
        <translation>{names} 已不存在或不再是图片：暂由同样大小的图案代替。其余一切都与你离开时相同。</translation>
    </message>
    <message>
        <source>The picture&apos;s file has changed since you worked on it.</source>
        <translation>你上次使用之后，图片文件已被更改。</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>正在打开 {name}…</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Pasted table</source>
        <translation>粘贴的表格</translation>
    </message>
    <message>
        <source>{name}: {note}.</source>
        <translation>{name}：{note}。</translation>
    </message>
</context>
<context>
    <name>WindowLive</name>
    <message>
        <source>{name} is live: Space freezes it, Esc ends it. Nothing is recorded.</source>
        <translation>正在实时显示 {name}：空格键定格，Esc 结束。不会录制任何内容。</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>正在打开 {name}…</translation>
    </message>
</context>
<context>
    <name>WorkNote</name>
    <message>
        <source>{rows} × {columns} kernel, {percent} %</source>
        <translation>{rows} × {columns} 卷积核，{percent} %</translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message>
        <source>{name} is still being written.</source>
        <translation>仍在写入 {name}。</translation>
    </message>
    <message>
        <source>Writing {name}: {percent} %</source>
        <translation>正在写入 {name}：{percent} %</translation>
    </message>
    <message>
        <source>Exported to {name}.</source>
        <translation>已导出到 {name}。</translation>
    </message>
    <message>
        <source>{name} was not written: cancelled.</source>
        <translation>已取消，没有写入 {name}。</translation>
    </message>
</context>
</TS>
